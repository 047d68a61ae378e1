package concurrency.sharedmemory.explorer.programs;

import concurrency.sharedmemory.explorer.Scenario;

/** Little programs in ordinary Java, whose lines the tests of the explorer know. */
final class Counters {
    private Counters() {}

    static final class Broken {
        int x;

        void increment() {
            x++; // line 13
        }
    }

    static Scenario broken() {
        var counter = new Broken();
        return Scenario.of(counter::increment, counter::increment)
                .outcome(() -> "x = " + counter.x)
                .check(() -> counter.x == 2, "an addition is lost");
    }

    static final class Locked {
        int x;

        synchronized void increment() {
            x++; // line 28
        }
    }

    static Scenario locked() {
        var counter = new Locked();
        return Scenario.of(counter::increment, counter::increment)
                .outcome(() -> "x = " + counter.x)
                .check(() -> counter.x == 2, "an addition is lost");
    }

    static final class Gate {
        private boolean open;

        synchronized void pass() throws InterruptedException {
            while (!open) wait();
        }

        synchronized void open() {
            open = true;
            notifyAll();
        }
    }

    static Scenario waiting() {
        var gate = new Gate();
        return Scenario.of(gate::pass, gate::open);
    }
}
