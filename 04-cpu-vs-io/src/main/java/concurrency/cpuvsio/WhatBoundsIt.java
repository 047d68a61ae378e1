package concurrency.cpuvsio;

import java.util.Locale;

/**
 * The share of time that a task works tells what bounds it: the processor, or what it waits for.
 *
 * <p>Predict: the cashier of 01-sequential works at 3 of a client's 8 points of time, hashing works
 * at all of its points. Which of the two gets faster with a faster processor?
 *
 * <p>Why: CPU-bound is what works for most of its time, I/O-bound what waits for most of it, for a
 * network, a disk or a person. Here the line is drawn where waiting equals work: from there on a
 * second task of the kind fits into the first one's waiting. A real thread's work is its time on a
 * core. If others have the cores, that is less than it could use: waiting for a core is not I/O.
 *
 * <p>Next: {@link IoBound}
 */
final class WhatBoundsIt {
    static final Task CASHIER = new Task("--XXXXX-");
    static final Task HASHING = new Task("--------");
    static final Task REQUEST = new Task("-XXXXXXXXX");

    enum Bound {
        CPU_BOUND("CPU-bound"),
        IO_BOUND("I/O-bound");

        private final String name;

        Bound(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }

        /** The verdict on a time of work and a time of waiting, both in the same unit. */
        static Bound by(long work, long waiting) {
            return waiting >= work ? IO_BOUND : CPU_BOUND;
        }

        static Bound of(Task task) {
            return by(task.work(), task.waiting());
        }

        /**
         * The verdict on a real thread, for which a core has to be free whenever it can use one:
         * what it waits for a core is in its time on the clock and would count as waiting.
         */
        static Bound of(Spent spent) {
            return by(spent.onCore(), spent.onClock() - spent.onCore());
        }
    }

    private static void verdict(String name, Task task) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%-11s   %-10s   works %d of %2d points   %s",
                        name,
                        task.line(),
                        task.work(),
                        task.line().length(),
                        Bound.of(task)));
    }

    private static void measured(String name, Spent spent) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "this run: %-18s   %.3f of its time on a core",
                        name,
                        spent.share()));
    }

    void main() throws Exception {
        IO.println("One character is one point of time: - works and needs a core, X waits.\n");
        verdict("the cashier", CASHIER);
        verdict("hashing", HASHING);
        verdict("a request", REQUEST);
        IO.println("\nTwo real threads over the same time, one hashes, one waits for a byte:\n");
        try (var reader = PipeReader.start()) {
            measured("hashing", Spent.on(() -> Hashing.hash(0, 20_000_000)));
            measured("waiting for a byte", reader.spent());
        }
    }
}
