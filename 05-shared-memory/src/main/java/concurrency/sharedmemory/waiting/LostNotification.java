package concurrency.sharedmemory.waiting;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A notification is not remembered: it wakes whoever is waiting then, or nobody.
 *
 * <p>Predict: A opens a shop; B waits for that, and goes in. Can B wait for ever? Can B go in while
 * the shop is still closed?
 *
 * <p>Why: {@code notifyAll} wakes those who are in the wait set (JLS 17.2.2), and B may not be
 * there yet. So B looks at a field before it waits. If A can write the field between B's look and
 * B's {@code wait}, that does not help: the look and {@code wait} must be under one lock, and so
 * must the write. (Without the lock {@code wait} and {@code notifyAll} throw; looking at the field
 * under it is up to you.) And {@code wait} may return without a notification, a spurious wake-up
 * (JLS 17.2.1), so B has to look again.
 *
 * <p>Cures: a {@code while} loop around {@code wait}, all of it under the lock. Or something that
 * remembers, such as a {@code CountDownLatch}: once open it stays open, and its Javadoc promises
 * that what precedes {@code countDown} happens-before the return of {@code await}.
 *
 * <p>Next: {@link BoundedBuffer}
 */
public final class LostNotification implements Explorable {
    interface Shop {
        void open();

        /** Waits until the shop is open; returns whether it is. */
        boolean enter() throws InterruptedException;
    }

    @SuppressWarnings("WaitNotInLoop") // the mistake: Error Prone finds this one
    static final class BrokenNoLook implements Shop {
        private boolean open;

        @Override
        public synchronized void open() {
            open = true;
            notifyAll();
        }

        @Override
        public synchronized boolean enter() throws InterruptedException {
            wait();
            return open;
        }
    }

    static final class FalseFixLookOutside implements Shop {
        private volatile boolean open;

        @Override
        public void open() {
            open = true;
            synchronized (this) {
                notifyAll();
            }
        }

        @Override
        public boolean enter() throws InterruptedException {
            while (!open)
                synchronized (this) {
                    wait();
                }
            return true;
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the mistake: Error Prone finds this one
    static final class FalseFixIf implements Shop {
        private boolean open;

        @Override
        public synchronized void open() {
            open = true;
            notifyAll();
        }

        @Override
        public synchronized boolean enter() throws InterruptedException {
            if (!open) wait();
            return open;
        }
    }

    static final class WhileUnderTheLock implements Shop {
        @GuardedBy("this")
        private boolean open;

        @Override
        public synchronized void open() {
            open = true;
            notifyAll();
        } // this unlock happens-before the return of wait, which takes the lock again

        @Override
        public synchronized boolean enter() throws InterruptedException {
            while (!open) wait();
            return open;
        }
    }

    static final class Latch implements Shop {
        private final CountDownLatch opened = new CountDownLatch(1);
        private boolean open;

        @Override
        public void open() {
            open = true;
            opened.countDown(); // happens-before each return of await
        }

        @Override
        public boolean enter() throws InterruptedException {
            opened.await();
            return open;
        }
    }

    static void brokenNotifyWithoutLock(Object shop) {
        shop.notifyAll();
    }

    static void brokenWaitWithoutLock(Object shop) throws InterruptedException {
        while (true) shop.wait();
    }

    /** What this throws, by its class. */
    static String thrownBy(Body body) {
        try {
            body.run();
            return "nothing";
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    /** A opens, B enters. */
    static Scenario openAndEnter(Shop shop) {
        var entered = new Notes<Boolean>();
        return Scenario.of(shop::open, () -> entered.add(shop.enter()))
                .spuriousWakeUps()
                .outcome(() -> entered.all().contains(true) ? "B is in" : "B is in too early")
                .check(() -> entered.all().contains(true), "the shop is closed");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenNoLook", () -> openAndEnter(new BrokenNoLook())),
                new Variant("FalseFixLookOutside", () -> openAndEnter(new FalseFixLookOutside())),
                new Variant("FalseFixIf", () -> openAndEnter(new FalseFixIf())),
                new Variant("WhileUnderTheLock", () -> openAndEnter(new WhileUnderTheLock())),
                new Variant("Latch", () -> openAndEnter(new Latch())));
    }

    void main() {
        Object shop = new Object();
        IO.println("notifyAll without the lock: " + thrownBy(() -> brokenNotifyWithoutLock(shop)));
        IO.println("wait without the lock:      " + thrownBy(() -> brokenWaitWithoutLock(shop)));
        IO.println("\nA opens the shop, B waits for that and goes in.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.check(() -> openAndEnter(new FalseFixLookOutside())) + "\n");
        IO.println(Explorer.check(() -> openAndEnter(new FalseFixIf())));
    }
}
