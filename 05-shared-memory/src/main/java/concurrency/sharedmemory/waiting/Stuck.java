package concurrency.sharedmemory.waiting;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/**
 * "My program hangs": a thread dump says which thread waits where, and usually for what.
 *
 * <p>Predict: a program hangs in each of the ways below. What does a thread dump call the state of
 * each thread? Which of them does the JVM itself report to be in a deadlock?
 *
 * <p>Why: a dump shows each thread's state, what it waits for and its stack; read the topmost line
 * that is yours. BLOCKED waits for a monitor, and the dump says who holds it. WAITING waits for
 * another thread to do something; except for a lock, the dump cannot know which, as any thread
 * might notify, count down or put. RUNNABLE computes, or spins: two dumps show the same lines and
 * more CPU time (in a livelock the lines change, in a circle). The JVM looks only for circles of
 * platform threads and the locks they hold; all other waiting looks like patience to it. Virtual
 * threads that wait are not in {@code Thread.print}, but in {@code Thread.dump_to_file}.
 *
 * <p>Cures: those of the examples before; a limit for each wait, so that it ends with an exception
 * that names the place; a name for each thread. No interrupt ends a wait for a monitor, so this
 * program hangs in a process of its own: {@link StuckProgram}.
 *
 * <p>Rules: the states are those of {@code Thread.State}; the dumps are HotSpot's, as of JDK 25.
 *
 * <p>Next: the exercises on the module's page
 */
public final class Stuck {
    private Stuck() {}

    /** Beside a thread that takes the two in the other order. */
    static void monitors(Object first, Object second, CountDownLatch bothHoldOne)
            throws InterruptedException {
        synchronized (first) {
            bothHoldOne.countDown();
            bothHoldOne.await();
            synchronized (second) {
                IO.println("never");
            }
        }
    }

    /** The same with locks. */
    static void locks(Lock first, Lock second, CountDownLatch bothHoldOne)
            throws InterruptedException {
        first.lock();
        try {
            bothHoldOne.countDown();
            bothHoldOne.await();
            second.lock();
            try {
                IO.println("never");
            } finally {
                second.unlock();
            }
        } finally {
            first.unlock();
        }
    }

    @SuppressWarnings({"NakedNotify", "WaitNotInLoop"}) // the mistake: nothing is remembered
    static void lostNotification(Object letter) throws InterruptedException {
        synchronized (letter) {
            letter.notify(); // nobody waits yet
        }
        synchronized (letter) {
            letter.wait();
        }
    }

    static void latch(CountDownLatch done) throws InterruptedException {
        done.await(); // one count is missing
    }

    static void queue(BlockingQueue<String> orders) throws InterruptedException {
        orders.take(); // nobody puts
    }

    static void spin(AtomicBoolean ready) {
        while (!ready.get()) Thread.onSpinWait(); // nobody sets it
    }

    void main() throws IOException, InterruptedException {
        Dump dump = Dump.ofStuckProgram();
        IO.println(
                "%-12s %-15s %-8s %-42s %s"
                        .formatted("thread", "in Thread.print", "state", "waits for a", "in"));
        for (String name : StuckProgram.NAMES) {
            Dump.Said said = dump.of(name);
            String printed = dump.isPrinted(name) ? "yes" : "no";
            IO.println(
                    "%-12s %-15s %-8s %-42s %s"
                            .formatted(name, printed, said.state(), said.waitsFor(), said.in()));
        }
        IO.println();
        IO.println("in a deadlock, says Thread.print: " + String.join(", ", dump.deadlocked()));
    }
}
