package concurrency.sharedmemory.ordering;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;

/**
 * What one thread writes can reach another late, and in another order; with {@code volatile} it
 * cannot.
 *
 * <p>Predict: x = y = 0. A writes x = 1, then reads y; B writes y = 1, then reads x. The thread
 * that reads last reads after both writes. So can both read 0?
 *
 * <p>Why: a write is put aside (in a register, in the processor's store buffer) and arrives later;
 * meanwhile its thread goes on. So each can read before the other's write arrives. The second
 * program passes a message: the data, then the flag that it is ready. These two writes may arrive
 * the other way round.
 *
 * <p>Cure: {@code volatile}. For the message it is enough on the flag. To keep both from reading 0
 * it is needed on both variables: all volatile reads and writes have one order, which keeps each
 * thread's program order. The cost: a thread waits for its own writes.
 *
 * <p>The explorer's late writes are not all of the Java memory model: there a plain read may also
 * come early, and a plain write before an older volatile one.
 *
 * <p>Next: {@link SafePublication}
 */
public final class Reordering implements Explorable {
    interface StoreBuffering {
        int writeXReadY();

        int writeYReadX();
    }

    static final class Broken implements StoreBuffering {
        private int x;
        private int y;

        @Override
        public int writeXReadY() {
            x = 1;
            return y;
        }

        @Override
        public int writeYReadX() {
            y = 1;
            return x;
        }
    }

    static final class Volatile implements StoreBuffering {
        private volatile int x;
        private volatile int y;

        @Override
        public int writeXReadY() {
            x = 1;
            return y;
        }

        @Override
        public int writeYReadX() {
            y = 1;
            return x;
        }
    }

    interface Message {
        void send(int newData);

        /** The data, or null if they are not ready. */
        Integer receive();
    }

    static final class BrokenMessage implements Message {
        private int data;
        private boolean ready;

        @Override
        public void send(int newData) {
            data = newData;
            ready = true;
        }

        @Override
        public Integer receive() {
            return ready ? data : null;
        }
    }

    static final class VolatileFlag implements Message {
        private int data;
        private volatile boolean ready;

        @Override
        public void send(int newData) {
            data = newData;
            ready = true; // happens-before each read that sees it, and so does the write of data
        }

        @Override
        public Integer receive() {
            return ready ? data : null;
        }
    }

    static Scenario both(StoreBuffering variables) {
        var read = new Notes<Integer>();
        return Scenario.of(
                        () -> read.add(variables.writeXReadY()),
                        () -> read.add(variables.writeYReadX()))
                .lateWrites()
                .outcome(() -> "A reads %d, B reads %d".formatted(read.all().toArray()))
                .check(() -> read.all().contains(1), "both writes come too late");
    }

    static Scenario sendAndReceive(Message message) {
        var read = new Notes<Integer>();
        return Scenario.of(() -> message.send(42), () -> read.add(message.receive()))
                .lateWrites()
                .outcome(() -> "B receives " + read.all().getFirst())
                .check(() -> !read.all().contains(0), "ready came before the data");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("Broken", () -> both(new Broken())),
                new Variant("Volatile", () -> both(new Volatile())),
                new Variant("BrokenMessage", () -> sendAndReceive(new BrokenMessage())),
                new Variant("VolatileFlag", () -> sendAndReceive(new VolatileFlag())));
    }

    void main() throws InterruptedException {
        IO.println("x = y = 0. A: x = 1, then read y. B: y = 1, then read x.");
        IO.println(
                "Message: A writes the data 42, then the flag; B reads the flag, then the data.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(() -> both(new Broken()), "AABBab") + "\n");
        IO.println(Explorer.replay(() -> sendAndReceive(new BrokenMessage()), "AAa2BBa") + "\n");
        IO.println("The first program on two real threads, 100,000 times; both read 0:");
        IO.println(
                "this run: " + StoreBuffers.bothReadZero(100_000, Broken::new) + " times, plain");
        IO.println(
                "certain:  "
                        + StoreBuffers.bothReadZero(100_000, Volatile::new)
                        + " times, volatile");
    }
}
