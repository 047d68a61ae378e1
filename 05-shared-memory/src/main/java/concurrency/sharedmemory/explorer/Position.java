package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.ColumnNames;
import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.SharedObject;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.StepRecord;
import concurrency.sharedmemory.explorer.steps.SteppedThread;
import concurrency.sharedmemory.explorer.steps.Watch;
import concurrency.sharedmemory.explorer.weaving.Carried;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where a run stands after the beginning of a schedule: what the threads have done, what each is
 * about to do, and what can come next.
 *
 * @param schedule the steps taken so far
 * @param parts the variables and locks that have been used so far or are used next
 * @param memory what each of them held at the start; empty for one that was not known then
 * @param rows the steps, as in the table
 * @param threads where each thread stands
 * @param possible what can come next; nothing when the run is over
 * @param late whether writes can arrive late here, so that {@code a} is not {@code A}
 * @param round the steps that repeat, if the run goes round and round; otherwise empty
 * @param end how the run has ended: when it is over, and from the first exception on
 * @param refused why the next letter of the schedule asked for is not possible here; empty if the
 *     whole schedule was
 */
public record Position(
        String schedule,
        List<String> parts,
        List<String> memory,
        List<Row> rows,
        List<Standing> threads,
        List<Move> possible,
        boolean late,
        String round,
        Optional<End> end,
        Optional<String> refused) {
    /**
     * One step.
     *
     * @param letter how the schedule spells it
     * @param thread whose it is, as in A
     * @param verb as in "write"
     * @param part the number of the variable or lock, from 0; -1 if it touches none
     * @param detail as in the value written, or empty
     * @param memory what each part held after it
     * @param where the lines that its thread stood at, the innermost first
     */
    public record Row(
            String letter,
            String thread,
            String verb,
            int part,
            String detail,
            List<String> memory,
            List<String> where) {
        /** As in "write x 1"; a part that is the only one need not be named. */
        public String what(List<String> parts) {
            return StepRecord.what(verb, part < 0 ? "" : parts.get(part), detail, parts.size());
        }
    }

    /**
     * A thread between two steps.
     *
     * @param name as in A
     * @param next the step that comes next, as in "write x"; empty when the thread has ended
     * @param waits why it cannot take that step; empty if it can, or could if the run went on
     * @param since the number of the row, from 0, whose step keeps it from going on; -1 if none
     *     does
     * @param where the lines that it stands at, as in "concurrency/sharedmemory/LostUpdate.java:48"
     */
    public record Standing(String name, String next, String waits, int since, List<String> where) {}

    /** A possible step: how the schedule spells it, and what it is. */
    public record Move(String letter, String what) {}

    /** The outcome, and what is wrong with it; empty if nothing is. */
    public record End(String outcome, Optional<String> wrong) {}

    /** Lines in the explorer itself are not shown. */
    private static final Set<String> ENGINE =
            Set.of(
                    Explorer.class.getPackageName(),
                    Run.class.getPackageName(),
                    Carried.class.getPackageName());

    static Position of(Supplier<Scenario> scenarios, Schedule schedule, Watch watch)
            throws InterruptedException {
        try (var run = Run.recorded(watch)) {
            run.start(scenarios);
            List<String> memory = run.parts().stream().map(SharedObject::shown).toList();
            List<List<String>> where = new ArrayList<>();
            Optional<String> refused = Optional.empty();
            for (String letter : schedule.letters()) {
                Optional<Step> next = Replay.find(letter, run);
                if (next.isEmpty()) {
                    refused = Optional.of(Replay.whyNot(letter, run));
                    break;
                }
                where.add(next.get().isArrival() ? List.of() : lines(next.get().by()));
                run.make(next.get());
            }
            var names = new ColumnNames(run.parts());
            List<Move> possible =
                    Replay.possible(run).stream().map(step -> move(step, names)).toList();
            List<Standing> threads =
                    run.threads().stream().map(thread -> standing(thread, names)).toList();
            boolean over = Replay.isOver(run);
            run.end();
            Schedule made = Schedule.of(run.made());
            return new Position(
                    made.toString(),
                    names.all(),
                    padded(memory, run),
                    rows(run, made.start(), where),
                    threads,
                    possible,
                    run.scenario().has(Scenario.Rule.LATE_WRITES),
                    made.repeating(run.rows()).map(Schedule::ofRound).orElse(""),
                    over ? Optional.of(end(Result.of(run))) : Optional.empty(),
                    refused);
        }
    }

    private static List<Row> rows(Run run, List<String> letters, List<List<String>> where) {
        List<Row> rows = new ArrayList<>();
        for (StepRecord row : run.rows()) {
            int number = rows.size();
            rows.add(
                    new Row(
                            letters.get(number),
                            run.threads().get(row.thread()).name,
                            row.verb(),
                            run.parts().indexOf(row.part()),
                            row.detail(),
                            padded(row.memory(), run),
                            where.get(number)));
        }
        return rows;
    }

    /** For parts that the run met later. */
    private static List<String> padded(List<String> memory, Run run) {
        List<String> padded = new ArrayList<>(memory);
        while (padded.size() < run.parts().size()) padded.add("");
        return padded;
    }

    private static Standing standing(SteppedThread thread, ColumnNames names) {
        if (thread.hasEnded()) return new Standing(thread.name, "", "", -1, List.of());
        boolean possible = thread.run.possible().contains(thread.next());
        String waits = possible ? "" : thread.waiting();
        int since = possible ? -1 : heldSince(thread);
        return new Standing(thread.name, names.of(thread.next()), waits, since, lines(thread));
    }

    /** The row that last changed what the thread waits for, or in which it began to wait. */
    private static int heldSince(SteppedThread thread) {
        SharedObject part = thread.next().part();
        if (part == null || thread.next().ready().getAsBoolean()) return -1; // waits for arrivals
        List<StepRecord> rows = thread.run.rows();
        boolean toBeNotified = part.isOptional(thread.next());
        int column = thread.run.parts().indexOf(part);
        for (int row = rows.size() - 1; row >= 0; row--)
            if (toBeNotified
                    ? rows.get(row).thread() == thread.id
                    : rows.get(row).part() == part && changes(rows, row, column)) return row;
        return -1;
    }

    private static boolean changes(List<StepRecord> rows, int row, int column) {
        if (row == 0) return true;
        List<String> before = rows.get(row - 1).memory();
        return column >= before.size()
                || !before.get(column).equals(rows.get(row).memory().get(column));
    }

    private static Move move(Step step, ColumnNames names) {
        return new Move(step.letter(step.by().run.made()), names.of(step));
    }

    private static End end(Result result) {
        return new End(result.outcome(), result.wrong());
    }

    /** Where in its body a thread stands, the innermost line first. */
    private static List<String> lines(SteppedThread thread) {
        return Stream.of(thread.thread.getStackTrace())
                .filter(frame -> isOfTheProgram(frame.getClassName()))
                .map(frame -> line(frame, thread))
                .toList();
    }

    private static boolean isOfTheProgram(String name) {
        return !name.startsWith("java.")
                && !name.startsWith("jdk.")
                && !ENGINE.contains(packageOf(name));
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    private static String line(StackTraceElement frame, SteppedThread thread) {
        String folder = packageOf(frame.getClassName()).replace('.', '/');
        int line = frame.getLineNumber();
        if (line < 0) line = thread.site().line(); // it enters or leaves a synchronized method
        return folder + "/" + frame.getFileName() + ":" + line;
    }
}
