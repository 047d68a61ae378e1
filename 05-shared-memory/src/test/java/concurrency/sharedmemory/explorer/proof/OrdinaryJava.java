package concurrency.sharedmemory.explorer.proof;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What each {@link Op} is in Java, as the explorer sees it. Each thread keeps a number of its own.
 */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // random programs
final class OrdinaryJava {
    /** A class of its own, as a class with static variables is loaded anew for each run. */
    static final class Static {
        static int s;
    }

    static final class Box {
        int value;

        Box(int value) {
            this.value = value;
        }
    }

    record Whole(int value) {}

    static final class Handles {
        static final VarHandle X;
        static final VarHandle H;

        static {
            try {
                X = MethodHandles.lookup().findVarHandle(OrdinaryJava.class, "x", int.class);
                H = MethodHandles.lookup().findVarHandle(OrdinaryJava.class, "h", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    int x;
    int y;
    volatile int v;
    int h;
    final int[] element = new int[1];
    final AtomicInteger atomic = new AtomicInteger();
    final ReentrantLock lock = new ReentrantLock();
    final Condition condition = lock.newCondition();
    final Semaphore semaphore = new Semaphore(1);
    final CountDownLatch latch = new CountDownLatch(1);
    final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    Box box;
    Whole whole;
    int[] array;

    static Scenario scenario(List<List<Op>> program) {
        var memory = new OrdinaryJava();
        var ends = new Notes<Integer>();
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < program.size(); i++) {
            int me = i;
            bodies.add(
                    () -> {
                        int own = me;
                        for (Op op : program.get(me)) own = memory.apply(op, own);
                        ends.add(own);
                    });
        }
        boolean usesStatic = program.stream().anyMatch(ops -> ops.contains(Op.INCREMENT_STATIC));
        return Scenario.of(bodies)
                .outcome(() -> ends.all() + memory.end() + (usesStatic ? " s" + Static.s : ""));
    }

    private String end() {
        return " x%d y%d v%d h%d e%d a%d b%d w%d r%d p%d l%d q%s"
                .formatted(
                        x,
                        y,
                        v,
                        h,
                        element[0],
                        atomic.get(),
                        box == null ? -1 : box.value,
                        whole == null ? -1 : whole.value,
                        array == null ? -1 : array[0],
                        semaphore.availablePermits(),
                        latch.getCount(),
                        queue);
    }

    private int apply(Op op, int own) throws InterruptedException {
        switch (op) {
            case READ_X -> own = 3 * own + x;
            case READ_Y -> own = 3 * own + y;
            case READ_VOLATILE -> own = 3 * own + v;
            case WRITE_X -> x = ++own;
            case WRITE_Y -> y = ++own;
            case WRITE_VOLATILE -> v = ++own;
            case INCREMENT_X -> x++;
            case INCREMENT_ELEMENT -> element[0]++;
            case INCREMENT_STATIC -> Static.s++;
            case ATOMIC_COMPARE_AND_SET -> own += atomic.compareAndSet(0, own + 2) ? 5 : 0;
            case ATOMIC_INCREMENT -> own = 3 * own + atomic.getAndIncrement();
            case HANDLE_COMPARE_AND_SET -> own += Handles.H.compareAndSet(this, 0, own + 2) ? 5 : 0;
            case HANDLE_GET_AND_ADD -> own = 3 * own + (int) Handles.H.getAndAdd(this, 1);
            case HANDLE_READ_X -> own = 3 * own + (int) Handles.X.get(this);
            case HANDLE_WRITE_X -> Handles.X.set(this, ++own);
            case SYNCHRONIZED_INCREMENT -> synchronizedIncrement();
            case LOCKED_INCREMENT -> {
                lock.lock();
                try {
                    y++;
                } finally {
                    lock.unlock();
                }
            }
            case LOCKED_TWICE -> {
                lock.lock();
                lock.lock();
                y = ++own;
                lock.unlock();
                lock.unlock();
            }
            case TRY_LOCK -> {
                if (lock.tryLock()) {
                    y++;
                    lock.unlock();
                    own += 7;
                }
            }
            case LOCK_IN_MONITOR -> {
                synchronized (this) {
                    lock.lock();
                    lock.unlock();
                }
            }
            case MONITOR_IN_LOCK -> {
                lock.lock();
                synchronizedIncrement();
                lock.unlock();
            }
            case WAIT -> {
                synchronized (this) {
                    wait();
                }
            }
            case WAIT_FOR_X -> {
                synchronized (this) {
                    while (x == 0) wait();
                }
            }
            case NOTIFY -> {
                synchronized (this) {
                    notify();
                }
            }
            case NOTIFY_ALL -> {
                synchronized (this) {
                    notifyAll();
                }
            }
            case AWAIT -> {
                lock.lock();
                condition.await();
                lock.unlock();
            }
            case SIGNAL -> {
                lock.lock();
                condition.signal();
                lock.unlock();
            }
            case SIGNAL_ALL -> {
                lock.lock();
                condition.signalAll();
                lock.unlock();
            }
            case ACQUIRE -> semaphore.acquire();
            case RELEASE -> semaphore.release();
            case COUNT_DOWN -> latch.countDown();
            case AWAIT_LATCH -> latch.await();
            case PUT -> queue.put(own);
            case TAKE -> own = 3 * own + queue.take();
            case PUBLISH_BOX -> box = new Box(own + 1);
            case PUBLISH_BOX_AFTER_FENCE -> {
                var made = new Box(own + 1);
                v = own;
                box = made;
            }
            case READ_BOX -> {
                Box seen = box;
                if (seen != null) own = 3 * own + seen.value;
            }
            case PUBLISH_FINAL -> whole = new Whole(own + 1);
            case READ_FINAL -> {
                Whole seen = whole;
                if (seen != null) own = 3 * own + seen.value;
            }
            case PUBLISH_ARRAY -> {
                int[] made = {own + 1};
                array = made;
            }
            case READ_ARRAY -> {
                int[] seen = array;
                if (seen != null) own = 3 * own + seen[0];
            }
            case PUBLISH_BOX_UNDER_LOCK -> {
                var made = new Box(own + 1);
                lock.lock();
                box = made;
                lock.unlock();
            }
            case WAIT_HELD_TWICE -> {
                synchronized (this) {
                    synchronizedWait();
                }
            }
            case SPIN_UNTIL_X -> {
                while (x == 0) Thread.onSpinWait();
            }
            case SPIN_UNTIL_VOLATILE -> {
                while (v == 0) Thread.onSpinWait();
            }
            case SPIN_WRITE_SPIN -> {
                Thread.onSpinWait();
                x = own;
                Thread.onSpinWait();
                own = 3 * own + v;
            }
        }
        return own;
    }

    private synchronized void synchronizedWait() throws InterruptedException {
        wait();
    }

    private synchronized void synchronizedIncrement() {
        x++;
    }
}
