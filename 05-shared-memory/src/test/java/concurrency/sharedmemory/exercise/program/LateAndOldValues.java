package concurrency.sharedmemory.exercise.program;

import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Programs 8 to 10. In 8 and 9 what a thread writes to a field that is not volatile reaches the
 * other late, in a step of its own: {@code a} is the arrival of the oldest write of A that is under
 * way, {@code a2} that of the second oldest, which overtakes it. Before A unlocks, all its writes
 * have arrived; and a schedule is over only when all have.
 */
final class LateAndOldValues {
    private LateAndOldValues() {}

    private static final class Publication {
        int data;
        boolean ready;

        void write() {
            data = 42;
            ready = true;
        }

        int readIfReady() {
            return ready ? data : 42;
        }
    }

    /** 8: A writes the data, then says that they are there; B reads them if they are. */
    static Scenario publication() {
        var publication = new Publication();
        var seen = new Notes<Integer>();
        return Scenario.of(publication::write, () -> seen.add(publication.readIfReady()))
                .outcome(() -> "B sees " + seen.all().getFirst())
                .check(
                        () -> seen.all().getFirst() == 42,
                        "it is ready, and B does not see the data")
                .lateWrites();
    }

    private static final class Connection {
        int port = 80; // an object is there, and holds 0, before its constructor runs
    }

    private static final class Office {
        private Connection connection;

        @SuppressWarnings("DoubleCheckedLocking") // the mistake to break: the linter finds this one
        void connect() {
            if (connection == null)
                synchronized (this) {
                    if (connection == null) connection = new Connection();
                }
            if (connection.port == 0) throw new IllegalStateException("it has no port yet");
        }
    }

    /**
     * 9: whoever first needs a connection makes it; both look twice, the second time under a lock.
     */
    static Scenario madeOnce() {
        var office = new Office();
        return Scenario.of(office::connect, office::connect).lateWrites();
    }

    private static final class Item {
        final String name;
        volatile Item below;

        Item(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Stack {
        final Item a = new Item("a");
        final Item b = new Item("b");
        final AtomicReference<Item> top = new AtomicReference<>(a);

        Stack() {
            a.below = b;
        }

        Item take() {
            while (true) {
                Item first = top.get();
                if (first == null) return null;
                if (top.compareAndSet(first, first.below)) return first;
            }
        }

        void put(Item item) {
            Item first;
            do {
                first = top.get();
                item.below = first;
            } while (!top.compareAndSet(first, item));
        }
    }

    /** 10: a stack of two items, a on b. A takes one; B takes two, and puts the first back. */
    static Scenario stack() {
        var stack = new Stack();
        var kept = new Notes<Item>();
        return Scenario.of(
                        () -> kept.add(stack.take()),
                        () -> {
                            Item first = stack.take();
                            kept.add(stack.take());
                            if (first != null) stack.put(first);
                        })
                .outcome(() -> "kept %s, on top %s".formatted(kept, stack.top))
                .check(
                        () -> stack.top.get() != stack.b || !kept.all().contains(stack.b),
                        "b is on the stack, and in somebody's hands");
    }
}
