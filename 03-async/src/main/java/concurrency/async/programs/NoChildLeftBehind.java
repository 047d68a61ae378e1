package concurrency.async.programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A method that closes its tasks' executor returns when all have ended, and leaves none behind.
 *
 * <p>Predict: a method starts two children and returns. How many are alive then? And if it starts
 * them in a {@code try} with an executor? And if one of them fails?
 *
 * <p>Why: a thread lives on when the method that started it has returned. Nobody waits for it,
 * nobody notices its failure, nobody stops it. The {@code close} of an executor (Java 19) waits for
 * all its tasks, also when the block is left by an exception. So the block is as long as its
 * longest child, and in the JDK's executors all that the children have written happens-before what
 * follows it.
 *
 * <p>{@code close} cancels nothing. Where the others are of no use once one has failed, {@code
 * shutdownNow} interrupts them; the block still waits until they have ended.
 *
 * <p>This is structured concurrency: tasks nest as blocks do. {@code StructuredTaskScope}, which
 * cancels the others by itself, is a preview in Java 25 and not used here.
 *
 * <p>Next: WhatBoundsIt in 04-cpu-vs-io
 */
public final class NoChildLeftBehind {
    private final AtomicInteger alive = new AtomicInteger();
    private final CountDownLatch bothBegun = new CountDownLatch(2);
    private final CountDownLatch gate; // the children wait here
    final List<Thread> leftBehind = new ArrayList<>();

    /** The children end when the gate is open. */
    NoChildLeftBehind(CountDownLatch gate) {
        this.gate = gate;
    }

    NoChildLeftBehind() {
        this(new CountDownLatch(0)); // open
    }

    /** A child, to be started by any of the three. */
    private Void child() throws InterruptedException {
        alive.incrementAndGet();
        bothBegun.countDown();
        try {
            gate.await();
        } finally {
            alive.decrementAndGet();
        }
        return null;
    }

    private Void failingChild() throws IOException {
        bothBegun.countDown();
        throw new IOException("no news");
    }

    /** Starts two and returns. */
    int broken(ThreadFactory threads) throws InterruptedException {
        for (int i = 0; i < 2; i++)
            leftBehind.add(threads.newThread(new FutureTask<>(this::child)));
        leftBehind.forEach(Thread::start);
        bothBegun.await();
        return alive.get();
    }

    int closed() throws InterruptedException {
        try (var children = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = children.submit(this::child);
            var _ = children.submit(this::child);
            bothBegun.await();
        } // a join of each: waits until both have ended
        return alive.get();
    }

    int oneFails() throws InterruptedException {
        try (var children = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = children.submit(this::child);
            Future<Void> failing = children.submit(this::failingChild);
            bothBegun.await();
            try {
                failing.get();
            } catch (ExecutionException e) {
                children.shutdownNow(); // interrupts the other one at its gate
            }
        }
        return alive.get();
    }

    void main() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var story = new NoChildLeftBehind(gate);
        IO.println(
                "started, no block            children alive: "
                        + story.broken(Thread.ofVirtual().factory()));
        gate.countDown();
        for (Thread child : story.leftBehind) child.join();
        IO.println("after the block              children alive: " + closed());
        story = new NoChildLeftBehind(new CountDownLatch(1));
        IO.println("after the block, one failed  children alive: " + story.oneFails());
    }
}
