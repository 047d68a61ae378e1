package concurrency.sharedmemory.sharing;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.locks.WrongLock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * What one thread alone touches needs no lock.
 *
 * <p>Predict: two tills A and B write one line each into a journal, without any lock. Can a line be
 * lost? What if each till has a journal of its own? What if both hand their lines to a third
 * thread, the only one that writes?
 *
 * <p>Why: a race needs a second thread. The same {@code write} that loses lines in a shared journal
 * is right in one that no other thread can reach.
 *
 * <p>Cures: a journal for each thread, added up when all have ended; the cost: until then there is
 * no whole journal. One writer; the cost: a queue, and all wait for a slow writer. Nothing in Java
 * enforces either, so let the object check its owner: a mistake is then found at the first wrong
 * call, in whatever order the threads run. Local variables are confined anyway; a {@code
 * ThreadLocal} is like a field of which each thread has its own copy.
 *
 * <p>Rules: all that a thread did happens-before the return of {@code join} (JLS 17.4.5); all
 * before a {@code put} happens-before the {@code take} of that object (Javadoc of {@code
 * BlockingQueue}).
 *
 * <p>Next: {@link WrongLock}
 */
public final class Confinement implements Explorable {
    /** Not made for more than one thread. */
    static class Journal {
        private String text = "";

        void write(String line) {
            text += line;
        }
    }

    /** Belongs to the thread that made it. */
    static final class OwnJournal extends Journal {
        private final Thread owner = Thread.currentThread();

        @Override
        void write(String line) {
            if (!Thread.currentThread().equals(owner))
                throw new IllegalStateException("only the owner may write");
            super.write(line);
        }
    }

    static Scenario brokenShared() {
        var journal = new Journal();
        return written(() -> List.of(journal), () -> journal.write("a"), () -> journal.write("b"));
    }

    static Scenario oneEach() {
        var a = new Journal();
        var b = new Journal();
        return written(() -> List.of(a, b), () -> a.write("a"), () -> b.write("b"));
    }

    static Scenario oneWriter() {
        BlockingQueue<String> lines = new ArrayBlockingQueue<>(2);
        var journals = new Notes<Journal>();
        return written(
                journals::all,
                () -> lines.put("a"),
                () -> lines.put("b"), // happens-before the take that gets it
                () -> {
                    var own = new OwnJournal();
                    for (int i = 0; i < 2; i++) own.write(lines.take());
                    journals.add(own);
                });
    }

    /** What is in these journals when all threads have ended. */
    private static Scenario written(Supplier<List<Journal>> journals, Body... bodies) {
        return Scenario.of(bodies)
                .outcome(() -> lines(journals.get()) + " written")
                .check(() -> lines(journals.get()) == 2, "a line is lost");
    }

    private static int lines(List<Journal> journals) {
        return journals.stream().mapToInt(journal -> journal.text.length()).sum();
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenShared", Confinement::brokenShared),
                new Variant("OneEach", Confinement::oneEach),
                new Variant("OneWriter", Confinement::oneWriter));
    }

    void main() {
        IO.println("A and B write one line each.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.check(Confinement::brokenShared) + "\n");
        IO.println("A journal that checks its owner, written by another thread:");
        var journal = new OwnJournal();
        try {
            CompletableFuture.runAsync(() -> journal.write("b")).join();
        } catch (CompletionException e) {
            IO.println("  " + e.getCause().getMessage());
        }
    }
}
