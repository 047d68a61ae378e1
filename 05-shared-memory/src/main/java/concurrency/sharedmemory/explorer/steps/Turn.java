package concurrency.sharedmemory.explorer.steps;

import java.util.concurrent.locks.LockSupport;

/**
 * The right to go on, for one thread: a semaphore of at most one permit that only its own thread
 * takes, and so without a queue. What is done before it is given happens-before what follows once
 * it is taken.
 */
final class Turn {
    private volatile Thread taker;
    private volatile boolean given;

    void give() {
        given = true;
        if (!Thread.currentThread().equals(taker)) LockSupport.unpark(taker);
    }

    /** Waits until it is given; an interrupt does not end that. */
    void take() {
        taker = Thread.currentThread();
        boolean interrupted = false;
        while (!given) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        given = false;
        if (interrupted) Thread.currentThread().interrupt();
    }

    void takeInterruptibly() throws InterruptedException {
        taker = Thread.currentThread();
        if (Thread.interrupted()) throw new InterruptedException();
        while (!given) {
            LockSupport.park(this);
            if (Thread.interrupted()) throw new InterruptedException();
        }
        given = false;
    }
}
