package concurrency.cpuvsio.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** For {@link AskOnceTest}: a server that holds whoever loads, and a thread for each asker. */
final class HeldServer implements AutoCloseable {
    private static final int LOOKS_TO_BE_WAITING = 50;

    /** A thread may be woken late. Working code never gets near to this. */
    private static final int LOOKS_TO_BE_STUCK = 500;

    private final AskOnce<Key, String> askOnce = new AskOnce<>(this::load);
    private final List<Asker> askers = new CopyOnWriteArrayList<>();
    private final Map<Thread, Asker> asking = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private volatile boolean holds;
    private volatile Throwable failure;
    private volatile String loadedElsewhere;

    /** Equal keys are different objects; Aa and BB have the same hash code. */
    private record Key(String name) {}

    private String load(Key key) {
        Asker asker = asking.get(Thread.currentThread());
        if (asker == null) {
            loadedElsewhere = Thread.currentThread().toString();
            return key.name;
        }
        asker.loads = true;
        try {
            if (holds) gate(key.name).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted in the load", e);
        } finally {
            asker.loads = false;
        }
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
        return "%s by %s".formatted(key.name, asker.name);
    }

    private CountDownLatch gate(String key) {
        return gates.computeIfAbsent(key, _ -> new CountDownLatch(1));
    }

    /** From now on, whoever loads is held until its key is released. */
    void hold() {
        holds = true;
    }

    void release(String key) {
        gate(key).countDown();
    }

    /** From now on, a load throws this; null if it succeeds. */
    void failWith(Throwable thrown) {
        failure = thrown;
    }

    Throwable failure() {
        return failure;
    }

    String loadedElsewhere() {
        return loadedElsewhere;
    }

    Asker ask(String key) {
        var asker = new Asker(new Key(key), "thread " + (askers.size() + 1));
        askers.add(asker);
        return asker;
    }

    List<Asker> askers() {
        return askers;
    }

    void fails(String violated, String hint) {
        String picture = askers.stream().map(Asker::toString).collect(joining("\n"));
        fail("%s%n%n%s%n%nHint: %s".formatted(violated, picture, hint));
    }

    private boolean nobodyMoves() {
        return askers.stream()
                .allMatch(asker -> asker.hasEnded() || (asker.isWaiting() && !asker.loads));
    }

    @Override
    public void close() {
        holds = false;
        failure = null;
        gates.values().forEach(CountDownLatch::countDown);
        askers.forEach(Asker::end);
    }

    /** A thread that asks. */
    final class Asker {
        private final Key key;
        private final String name;
        private final TestThread<String> thread;
        private volatile boolean loads;

        private Asker(Key key, String name) {
            this.key = key;
            this.name = name;
            thread = TestThread.start(name, this::get);
        }

        private String get() {
            asking.put(Thread.currentThread(), this);
            return askOnce.get(key);
        }

        /** Waits until it is held in the load. */
        Asker mustLoad() {
            until("loads", () -> loads || hasEnded());
            if (!loads) HeldServer.this.fails("get(key) does not load.", "who calls load?");
            return this;
        }

        /** Waits until it is held in the load, or waits elsewhere, or has ended. */
        Asker settled() {
            Callable<Boolean> waits = Seen.inARow(LOOKS_TO_BE_WAITING, this::isWaiting);
            until("loads, waits or has an answer", () -> loads || hasEnded() || waits.call());
            return this;
        }

        /** Waits until it has an answer or an exception. */
        Asker mustEnd() {
            Callable<Boolean> stuck = Seen.inARow(LOOKS_TO_BE_STUCK, () -> nobodyMoves());
            until("has an answer", () -> hasEnded() || stuck.call());
            if (!hasEnded() && !spins())
                HeldServer.this.fails(
                        "Nobody is left who could wake %s: it asks for '%s', and waits."
                                .formatted(name, key.name),
                        "who should wake it? Is every waiting thread woken, in every case?");
            return this;
        }

        private void until(String what, Callable<Boolean> holds) {
            try {
                Patience.until(name + " " + what, () -> spins() || holds.call());
            } catch (AssertionError e) {
                HeldServer.this.fails(
                        "Waited in vain until %s %s.".formatted(name, what),
                        "beside its state is the line at which it is.");
            }
        }

        /** Waits until it has ended; but a wrong answer may have it wait for ever. */
        private void end() {
            settled();
            if (!hasEnded()) thread.thread().interrupt();
        }

        boolean loads() {
            return loads;
        }

        boolean isWaiting() {
            return Seen.waits(thread.thread());
        }

        boolean waitsForATime() {
            return Seen.waitsForATime(thread.thread());
        }

        boolean spins() {
            return !hasEnded() && Seen.spins(thread.thread());
        }

        boolean hasEnded() {
            return thread.hasEnded();
        }

        /** Its answer, or null. */
        String value() {
            try {
                return hasEnded() ? thread.result() : null;
            } catch (Exception | Error _) {
                return null;
            }
        }

        /** What it got instead of an answer, or null. */
        Throwable thrown() {
            try {
                if (hasEnded()) thread.result();
                return null;
            } catch (Exception | Error e) {
                return e;
            }
        }

        @Override
        public String toString() {
            String asks = "%s asks for '%s': ".formatted(name, key.name);
            if (loads) return asks + "is loading";
            if (!hasEnded()) return asks + Seen.at(thread.thread(), AskOnce.class);
            return asks + (value() != null ? "has an answer, " + value() : "gets " + thrown());
        }
    }
}
