package concurrency.async.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * An event loop is a queue, one thread, and tasks that yield.
 *
 * <p>Predict: A, B and C each write their letter four times and yield after each letter. One thread
 * runs all three. What is written?
 *
 * <p>Why: the loop takes the first task of its queue, runs it to its next yield, and puts it at the
 * end again. A task is a generator, or a coroutine. The tasks say where they yield, the loop
 * chooses which goes next, and between two yields no other task runs. Threads are the opposite: the
 * system may switch anywhere.
 *
 * <p>Java has such a loop: {@code Executors.newSingleThreadExecutor()} is a queue and one thread.
 * It has no yield: there a task yields by queueing the rest of itself ({@link GreedyTask}).
 *
 * <p>Not thread-safe.
 *
 * <p>Next: {@link VirtualClock}
 */
public final class EventLoop {
    private final Queue<Iterator<?>> ready = new ArrayDeque<>();

    /** Puts a task at the end of the queue. */
    public <T extends Iterator<?>> T spawn(T task) {
        ready.add(task);
        return task;
    }

    /** Runs on the calling thread until every task has ended. */
    public void run() {
        while (!ready.isEmpty()) {
            Iterator<?> task = ready.remove(); // the one that has waited longest
            if (!task.hasNext()) continue; // it has ended
            task.next(); // runs to its next yield; the loop cannot stop it before
            ready.add(task); // behind all the others
        }
    }

    /** A task: a generator that writes its letter four times, and yields after each. */
    static final class Letters implements Iterator<String> {
        private final String letter;
        private final List<String> written;
        private final Set<Thread> threads;
        private int left = 4;

        Letters(String letter, List<String> written, Set<Thread> threads) {
            this.letter = letter;
            this.written = written;
            this.threads = threads;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public String next() {
            left--;
            written.add(letter);
            threads.add(Thread.currentThread());
            return letter;
        }
    }

    record Seen(String written, Set<Thread> threads) {}

    static Seen takingTurns() {
        List<String> written = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();
        var loop = new EventLoop();
        for (String letter : List.of("A", "B", "C"))
            loop.spawn(new Letters(letter, written, threads));
        loop.run();
        return new Seen(String.join("", written), threads);
    }

    void main() {
        Seen seen = takingTurns();
        IO.println(seen.written + ", on " + seen.threads.size() + " thread");
    }
}
