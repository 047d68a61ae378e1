package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.Volatile;

/**
 * What one thread writes can reach another late, and in another order; with {@code volatile} it
 * cannot.
 *
 * <p>Predict: x = y = 0. A writes x = 1, then reads y; B writes y = 1, then reads x. Whoever reads
 * last reads after both writes. Can both read 0?
 *
 * <p>Why: a write is put aside (in a register, in the processor's store buffer) and arrives later;
 * meanwhile its thread goes on. So each can be past its read before the other's write arrives. The
 * second program passes a message: the data, then the word that it is ready. These two writes may
 * arrive the other way round.
 *
 * <p>Cure: {@code volatile}. A volatile write happens before each read that sees it, and with it
 * all that its thread wrote before; so for the message it is enough on {@code ready}. And all
 * volatile reads and writes have one order, which keeps the order of each program; in none of them
 * can both read 0, if x and y are both volatile. It costs the thread waiting for its own writes.
 *
 * <p>The explorer's plain variable models late and reordered writes, and not all of the Java memory
 * model: there a plain read may also come early, or a plain write before an older volatile one.
 *
 * <p>Next: {@link LazyOnce}
 */
final class Reordering implements Replayable {
    private static final int ROUNDS = 100_000;

    /** How to make a variable: {@code Volatile::new} or {@code Plain::new}. */
    interface Kind {
        <T> Shared<T> variable(String name, T initial);
    }

    /** Each writes its own variable, then reads the other's. */
    static Scenario storeBuffering(Kind kind) {
        Shared<Integer> x = kind.variable("x", 0);
        Shared<Integer> y = kind.variable("y", 0);
        var seen = new int[2];
        return Scenario.of(
                        () -> {
                            x.set(1);
                            seen[0] = y.get();
                        },
                        () -> {
                            y.set(1);
                            seen[1] = x.get();
                        })
                .outcome(() -> "A reads " + seen[0] + ", B reads " + seen[1])
                .check(() -> seen[0] + seen[1] > 0, "both writes come too late");
    }

    /** A writes the data, then that it is ready; B reads the data if it is. */
    static Scenario messagePassing(Kind kindOfReady) {
        var data = new Plain<>("data", 0);
        Shared<Boolean> ready = kindOfReady.variable("ready", false);
        var seen = new Integer[1];
        return Scenario.of(
                        () -> {
                            data.set(42);
                            ready.set(true);
                        },
                        () -> {
                            if (ready.get()) seen[0] = data.get();
                        })
                .outcome(() -> seen[0] == null ? "not ready" : "ready, data = " + seen[0])
                .check(() -> seen[0] == null || seen[0] == 42, "ready came before the data");
    }

    @Override
    public Scenario broken() {
        return storeBuffering(Plain::new);
    }

    void main() throws InterruptedException {
        var buffering = Explorer.outcomes(this::broken);
        IO.println("x = y = 0. A: x = 1, then read y. B: y = 1, then read x. Plain variables:\n");
        IO.println(buffering + "\n");
        String bothZero = buffering.shortest("A reads 0, B reads 0");
        IO.println(Explorer.replay(this::broken, bothZero) + "\n");
        IO.println("Volatile variables:\n");
        IO.println(Explorer.outcomes(() -> storeBuffering(Volatile::new)) + "\n");
        IO.println("A: data = 42, then ready = true. B: if ready, read data. Plain variables:\n");
        IO.println(Explorer.check(() -> messagePassing(Plain::new)) + "\n");
        IO.println("ready is volatile:\n");
        IO.println(Explorer.outcomes(() -> messagePassing(Volatile::new)) + "\n");
        IO.println("Two real threads, the first program, 100,000 times; both read 0:");
        IO.println("this run: " + StoreBuffers.bothReadZero(ROUNDS, false) + " times, plain");
        IO.println("certain:  " + StoreBuffers.bothReadZero(ROUNDS, true) + " times, volatile");
    }
}
