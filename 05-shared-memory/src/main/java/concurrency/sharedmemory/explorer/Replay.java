package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Drives a run through a given schedule. */
final class Replay implements Run.Chooser {
    private static final Pattern LETTER = Pattern.compile("[A-Z]|[a-z][2-9]?");

    private final List<String> letters;
    private final Iterator<String> rest;

    private Replay(List<String> letters) {
        this.letters = letters;
        this.rest = letters.iterator();
    }

    /**
     * Runs this schedule and records it.
     *
     * @throws IllegalArgumentException if it is not possible, or ends before the run does
     */
    static Interleaving of(Supplier<Scenario> scenarios, String schedule, Watch watch)
            throws InterruptedException {
        var run = new Run(new Replay(letters(schedule)), watch);
        run.recording = new Recording();
        run.play(scenarios);
        return interleaving(run);
    }

    private static Interleaving interleaving(Run run) {
        Ending end = Ending.of(run);
        List<Recording.Row> rows = run.recording.rows;
        if (run.made.size() == Search.MOST_STEPS) return Loop.in(run, end);
        return new Interleaving(String.join("", run.word), end, run, rows);
    }

    /** The letters of a schedule; a last part in parentheses is repeated up to the step limit. */
    private static List<String> letters(String schedule) {
        int open = schedule.indexOf('(');
        if (open < 0) return split(schedule);
        if (!schedule.endsWith(")"))
            throw new IllegalArgumentException(
                    "in the schedule " + schedule + " the parenthesis is not closed at the end");
        List<String> letters = new ArrayList<>(split(schedule.substring(0, open)));
        List<String> loop = split(schedule.substring(open + 1, schedule.length() - 1));
        if (loop.isEmpty())
            throw new IllegalArgumentException("in the schedule " + schedule + " nothing repeats");
        for (int i = 0; letters.size() < Search.MOST_STEPS; i++)
            letters.add(loop.get(i % loop.size()));
        return letters;
    }

    private static List<String> split(String word) {
        List<String> letters = new ArrayList<>();
        Matcher matcher = LETTER.matcher(word);
        int end = 0;
        while (end < word.length()) {
            if (!matcher.find(end) || matcher.start() != end)
                throw new IllegalArgumentException(
                        "a schedule is made of letters: A is a step of thread A, a the arrival of"
                                + " its oldest late write, a2 of the second; '"
                                + word.substring(end)
                                + "' is not");
            letters.add(matcher.group());
            end = matcher.end();
        }
        return letters;
    }

    @Override
    public Step next(Run run) {
        List<Step> possible = run.possible();
        if (!rest.hasNext()) {
            boolean complete =
                    possible.isEmpty()
                            || run.actors.stream().anyMatch(actor -> actor.threw != null)
                            || run.made.size() == Search.MOST_STEPS;
            if (complete) return null;
            throw new IllegalArgumentException(
                    "schedule %s is too short: the threads have not ended; %s"
                            .formatted(String.join("", letters), possible(run)));
        }
        String letter = rest.next();
        for (Step step : possible) if (run.letter(step).equals(letter)) return step;
        throw new IllegalArgumentException(
                "schedule %s is not possible: after %s, %s; %s"
                        .formatted(
                                String.join("", letters),
                                run.word.isEmpty() ? "nothing" : String.join("", run.word),
                                whyNot(letter, run),
                                possible(run)));
    }

    private static String whyNot(String letter, Run run) {
        for (Actor actor : run.actors)
            if (actor.name().equalsIgnoreCase(letter.substring(0, 1)))
                return actor.name().equals(letter)
                        ? actor.waiting()
                        : "no such write of " + actor.name() + " can arrive";
        return "there is no thread " + letter;
    }

    private static String possible(Run run) {
        List<Step> possible = run.possible();
        if (possible.isEmpty()) return "nothing is possible, the run is over";
        return possible.stream()
                .map(step -> run.letter(step) + " (" + step + ")")
                .collect(Collectors.joining(", ", "possible: ", ""));
    }
}
