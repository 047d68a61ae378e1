package concurrency.sharedmemory.play;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Position;
import concurrency.sharedmemory.explorer.Position.Move;
import concurrency.sharedmemory.explorer.Position.Row;
import concurrency.sharedmemory.explorer.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every position of a variant, for a page without a server: each schedule and each beginning of one
 * is run on real threads, once. Where two beginnings are followed by exactly the same, they lead to
 * the same node, so that the tree of all schedules becomes a small graph.
 *
 * @param nodes each after those that it leads to; so the last is the start
 * @param totals what all schedules lead to
 */
record Recording(List<Node> nodes, Totals totals) {
    /**
     * What is known between two steps, and for each letter that is possible the step.
     *
     * @param at the position, without the steps that led there
     */
    record Node(Position at, Map<String, Edge> steps) {}

    /**
     * A step.
     *
     * @param row what the table shows of it
     * @param to the number of the node that it leads to
     */
    record Edge(Row row, int to) {}

    /** Empty if the variant has more schedules than this, or some without an end. */
    static Optional<Recording> of(Setup setup, long mostSchedules) {
        Totals totals = Totals.of(setup);
        if (!totals.atMost(mostSchedules)) return Optional.empty();
        var recorder = new Recorder(setup);
        recorder.record("");
        return Optional.of(new Recording(List.copyOf(recorder.numbers.keySet()), totals));
    }

    /** Goes through all schedules, depth first. */
    private static final class Recorder {
        private final Setup setup;
        private final Map<Node, Integer> numbers = new LinkedHashMap<>();

        Recorder(Setup setup) {
            this.setup = setup;
        }

        private Edge record(String word) {
            Position position = Explorer.position(setup, word);
            var steps = new LinkedHashMap<String, Edge>();
            for (Move move : position.possible())
                steps.put(move.letter(), record(word + move.letter()));
            var node = new Node(withoutHistory(position), steps);
            Integer known = numbers.putIfAbsent(node, numbers.size());
            int number = known == null ? numbers.size() - 1 : known;
            return new Edge(word.isEmpty() ? null : position.rows().getLast(), number);
        }
    }

    /** The lines of source that the threads come to, as in "concurrency/.../LastTicket.java:49". */
    Stream<String> lines() {
        return nodes.stream()
                .flatMap(node -> node.at.threads().stream())
                .flatMap(thread -> thread.where().stream());
    }

    private static Position withoutHistory(Position position) {
        return new Position(
                "",
                position.parts(),
                position.memory(),
                List.of(),
                position.threads(),
                position.possible(),
                position.late(),
                "",
                position.end(),
                Optional.empty());
    }
}
