package concurrency.async.coroutines;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * A generator with a stack of its own is plain Java, stopped half way, however deep in its calls.
 *
 * <p>Predict: {@link #walk} yields the names in a tree from inside its own recursion. Can a switch
 * over the place reached ({@link Generator}) do that?
 *
 * <p>Why: that one is <em>stackless</em>: all it keeps is one object, so only its own body can
 * yield, not a method that it calls; for the tree it would need a stack in a field. A
 * <em>stackful</em> one keeps its whole stack, so whatever it calls may yield. Here that is the
 * stack of a virtual thread, which hands its turn to the caller and gets it back, so only one of
 * the two runs. Cost: a stack for each, and a caller that stops asking must close it, or it waits
 * for ever.
 *
 * <p>A virtual thread is just this: a stackful coroutine that yields inside the JDK's blocking
 * methods.
 *
 * <p>Next: {@link Coroutine}
 */
public final class StackfulGenerator {
    record Node(Node left, String name, Node right) {}

    static final Node TREE = new Node(new Node(null, "A", null), "B", new Node(null, "C", null));

    static void walk(Node node, List<String> log, Consumer<String> out) {
        if (node == null) return;
        walk(node.left, log, out);
        log.add("visits " + node.name);
        out.accept(node.name); // the yield: stops here, with all the calls that led here
        walk(node.right, log, out);
    }

    void main() {
        List<String> log = new ArrayList<>();
        var names = new OwnStack<String>(out -> walk(TREE, log, out));
        IO.println("called   log " + log);
        IO.println("next()   yields " + names.next() + ", log " + log);
        IO.println("next()   yields " + names.next() + ", log " + log);
        names.close();
        IO.println("closed   log " + log + ", thread alive: " + names.thread.isAlive());
    }

    /** Runs a body of plain Java from yield to yield. Not thread-safe. */
    public static class OwnStack<T> implements Iterator<T>, AutoCloseable {
        final Thread thread; // it or the caller runs, and the other one waits for its semaphore
        private final Semaphore resumed = new Semaphore(0);
        private final Semaphore stopped = new Semaphore(0);
        private T value;
        private boolean hasValue;
        private boolean over;
        private boolean closed;
        private Throwable failure;

        /** Runs nothing yet. The body yields each value that it hands to its consumer. */
        public OwnStack(Consumer<Consumer<T>> body) {
            thread = Thread.ofVirtual().unstarted(() -> run(body));
        }

        private void run(Consumer<Consumer<T>> body) {
            try {
                body.accept(this::yieldValue);
            } catch (CancellationException _) { // closed
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            over = true;
            stopped.release();
        }

        private void yieldValue(T next) {
            value = next;
            hasValue = true;
            stopped.release(); // happens-before the caller's acquire, so it sees the value
            resumed.acquireUninterruptibly(); // and here the caller's writes are seen
            if (closed) throw new CancellationException("closed");
        }

        /** Runs on to the next yield, if it is not there already, or to the end. */
        @Override
        public boolean hasNext() {
            if (hasValue || over) return hasValue;
            if (thread.getState() == Thread.State.NEW) thread.start();
            else resumed.release();
            stopped.acquireUninterruptibly();
            if (failure != null) Throwables.throwIfUnchecked(failure);
            return hasValue;
        }

        @Override
        public T next() {
            if (!hasNext()) throw new NoSuchElementException();
            hasValue = false;
            return value;
        }

        /** Ends the body where it stands, by an exception from its yield; its thread is over. */
        @Override
        public void close() {
            if (closed) return;
            closed = true;
            over = true;
            hasValue = false;
            if (thread.getState() == Thread.State.NEW) return;
            resumed.release(Integer.MAX_VALUE); // also for the yields of its finally blocks
            Uninterruptibles.joinUninterruptibly(thread);
        }

        /** Whether it has returned, thrown or been closed. */
        public boolean isOver() {
            return over;
        }
    }
}
