package concurrency.sharedmemory.exercise.program;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.stream.Stream;

/**
 * Programs 8 to 10. What a thread writes to a {@code Plain} variable arrives later, in a step of
 * its own: {@code a} is the arrival of the oldest write of A that is under way, {@code a2} that of
 * the second oldest. Before a lock is given back, all writes have arrived.
 */
final class LateAndOldValues {
    private LateAndOldValues() {}

    /** 8: A writes the data, then says that they are there; B reads them if they are. */
    static Scenario publication() {
        var data = new Plain<>("data", 0);
        var ready = new Plain<>("ready", false);
        int[] seen = {42};
        Body a =
                () -> {
                    data.set(42);
                    ready.set(true);
                };
        Body b =
                () -> {
                    if (ready.get()) seen[0] = data.get();
                };
        return Scenario.of(a, b).check(() -> seen[0] == 42, "ready, and B does not see the data");
    }

    /** 9: who first needs a connection makes it; both look twice, the second time under a lock. */
    static Scenario madeOnce() {
        var port = new Plain<>("port", 0); // of the connection
        var made = new Plain<>("made", false);
        var lock = new SteppedLock("lock");
        Body useIt =
                () -> {
                    if (!made.get()) {
                        lock.lock();
                        try {
                            if (!made.get()) {
                                port.set(80);
                                made.set(true);
                            }
                        } finally {
                            lock.unlock();
                        }
                    }
                    if (port.get() == 0) throw new IllegalStateException("it has no port yet");
                };
        return Scenario.of(useIt, useIt);
    }

    /** 10: a stack of two items, a on b. A takes one; B takes two, and puts the first back. */
    static Scenario stack() {
        var stack =
                new Stack(
                        new Volatile<>("top", "a"),
                        new Volatile<>("under a", "b"),
                        new Volatile<>("under b", "-"));
        String[] taken = {"-", "-"};
        Body a = () -> taken[0] = stack.take();
        Body b =
                () -> {
                    String first = stack.take();
                    taken[1] = stack.take();
                    stack.put(first);
                };
        return Scenario.of(a, b)
                .outcome(
                        () ->
                                "A has %s, B has %s, top = %s"
                                        .formatted(taken[0], taken[1], stack.top.get()))
                .check(
                        () ->
                                Stream.of(taken[0], taken[1], stack.top.get())
                                                .filter("b"::equals)
                                                .count()
                                        <= 1,
                        "b is in two places");
    }

    private record Stack(Volatile<String> top, Volatile<String> underA, Volatile<String> underB) {
        String take() {
            while (true) {
                String first = top.get();
                if (first.equals("-")) return "-";
                String second = under(first).get();
                if (top.compareAndSet(first, second)) return first;
            }
        }

        void put(String item) {
            if (item.equals("-")) return;
            String first;
            do {
                first = top.get();
                under(item).set(first);
            } while (!top.compareAndSet(first, item));
        }

        private Volatile<String> under(String item) {
            return item.equals("a") ? underA : underB;
        }
    }
}
