package concurrency.sharedmemory.explorer.programs;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Locks that wait in a loop, as the literature has them, each as a class that could be used. */
@SuppressWarnings("NonAtomicVolatileUpdate") // guarded by the lock
final class SpinLocks {
    private SpinLocks() {}

    /** Lets the threads with the numbers 0, 1, ... in, one at a time. */
    interface Lock {
        void enter(int me);

        void leave(int me);
    }

    /** Test and set. */
    static final class TestAndSet implements Lock {
        private final AtomicBoolean taken = new AtomicBoolean();

        @Override
        public void enter(int me) {
            while (taken.getAndSet(true)) Thread.onSpinWait();
        }

        @Override
        public void leave(int me) {
            taken.set(false);
        }
    }

    /** Not atomic: two can find it free. */
    static final class TestThenSet implements Lock {
        private volatile boolean taken;

        @Override
        public void enter(int me) {
            while (taken) Thread.onSpinWait();
            taken = true;
        }

        @Override
        public void leave(int me) {
            taken = false;
        }
    }

    static final class Ticket implements Lock {
        private final AtomicInteger next = new AtomicInteger();
        private volatile int serving;

        @Override
        public void enter(int me) {
            int mine = next.getAndIncrement();
            while (serving != mine) Thread.onSpinWait();
        }

        @Override
        public void leave(int me) {
            serving++; // nobody else writes it
        }
    }

    /** Whoever has the lower number goes first (J. E. Burns and N. A. Lynch, for two threads). */
    static final class Burns implements Lock {
        private volatile boolean first;
        private volatile boolean second;

        @Override
        public void enter(int me) {
            if (me == 0) {
                first = true;
                while (second) Thread.onSpinWait();
            } else {
                do {
                    second = false;
                    while (first) Thread.onSpinWait();
                    second = true;
                } while (first);
            }
        }

        @Override
        public void leave(int me) {
            if (me == 0) first = false;
            else second = false;
        }
    }

    static final class Dekker implements Lock {
        private volatile boolean first;
        private volatile boolean second;
        private volatile int turn;

        @Override
        public void enter(int me) {
            want(me, true);
            while (wants(1 - me)) {
                if (turn == me) {
                    Thread.onSpinWait();
                    continue;
                }
                want(me, false);
                while (turn != me) Thread.onSpinWait();
                want(me, true);
            }
        }

        @Override
        public void leave(int me) {
            turn = 1 - me;
            want(me, false);
        }

        private boolean wants(int who) {
            return who == 0 ? first : second;
        }

        private void want(int who, boolean wants) {
            if (who == 0) first = wants;
            else second = wants;
        }
    }

    /**
     * B. K. Szymanski's, for two threads: a waiting room whose door is closed by the last one in.
     */
    static final class Szymanski implements Lock {
        private volatile int first;
        private volatile int second;

        @Override
        public void enter(int me) {
            flag(me, 1);
            while (flag(1 - me) >= 3) Thread.onSpinWait();
            flag(me, 3);
            if (flag(1 - me) == 1) {
                flag(me, 2);
                while (flag(1 - me) != 4) Thread.onSpinWait();
            }
            flag(me, 4);
            if (me == 1) while (flag(0) >= 2) Thread.onSpinWait();
        }

        @Override
        public void leave(int me) {
            if (me == 0) while (isBetween(flag(1))) Thread.onSpinWait();
            flag(me, 0);
        }

        private static boolean isBetween(int flag) {
            return flag == 2 || flag == 3;
        }

        private int flag(int who) {
            return who == 0 ? first : second;
        }

        private void flag(int who, int value) {
            if (who == 0) first = value;
            else second = value;
        }
    }

    /** What the lock guards. */
    private static final class Guarded {
        private int entries;
    }

    /** Each thread enters so often and counts that; a count is lost if two are inside. */
    static Scenario scenario(Lock lock, int threads, int entries) {
        var guarded = new Guarded();
        List<Body> bodies =
                IntStream.range(0, threads)
                        .mapToObj(me -> (Body) () -> enters(lock, me, guarded, entries))
                        .toList();
        return Scenario.of(bodies)
                .check(() -> guarded.entries == threads * entries, "two were inside");
    }

    private static void enters(Lock lock, int me, Guarded guarded, int times) {
        for (int i = 0; i < times; i++) {
            lock.enter(me);
            guarded.entries++;
            lock.leave(me);
        }
    }
}
