package concurrency.cpuvsio.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future.State;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** For {@link QuickAndSlowTest}: a server, and slow requests that are held until they may end. */
final class HeldRequests implements AutoCloseable {
    private static final int LOOKS_TO_BE_WAITING = 50;
    private static final int LOOKS_IN_VAIN = 200;

    private final QuickAndSlow server = new QuickAndSlow();
    private final List<CompletableFuture<String>> slow = new CopyOnWriteArrayList<>();
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private final Set<Thread> handlers = ConcurrentHashMap.newKeySet();
    private final Semaphore ends = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    private volatile RejectedExecutionException thrown;
    private TestThread<Void> caller;

    /** One thread gives this many slow requests. */
    void slow(int many) throws Exception {
        call(
                () -> {
                    for (int i = 0; i < many; i++)
                        slow.add(given(() -> server.slow(this::handleSlowly)));
                });
    }

    /** The future of a request that is given, also where the call throws the rejection. */
    private CompletableFuture<String> given(Supplier<CompletableFuture<String>> request) {
        try {
            return request.get();
        } catch (RejectedExecutionException e) {
            thrown = e;
            return CompletableFuture.failedFuture(e);
        }
    }

    private String handleSlowly() {
        Thread me = Thread.currentThread();
        handlers.add(me);
        begun.incrementAndGet();
        if (!callers.contains(me)) ends.acquireUninterruptibly();
        over.incrementAndGet();
        return "slow";
    }

    /** Gives a quick request; says whether it is handled in the end. */
    boolean quick() throws Exception {
        List<CompletableFuture<String>> answer = new CopyOnWriteArrayList<>();
        call(() -> answer.add(given(() -> server.quick(this::handleQuickly))));
        return isInTheEnd(() -> !answer.isEmpty() && answer.getFirst().state() == State.SUCCESS);
    }

    private String handleQuickly() {
        handlers.add(Thread.currentThread());
        return "quick";
    }

    /** Makes a call on a thread of its own, and returns when it has returned or is seen waiting. */
    private void call(TestThread.Work call) throws Exception {
        caller =
                TestThread.start(
                        "caller",
                        TestThread.call(
                                () -> {
                                    callers.add(Thread.currentThread());
                                    call.run();
                                }));
        Callable<Boolean> waits =
                Seen.inARow(LOOKS_TO_BE_WAITING, () -> Seen.waits(caller.thread()));
        caller.until("the call returns", () -> waits.call() || Seen.spins(caller.thread()));
    }

    boolean handledOnCaller() {
        return handlers.stream().anyMatch(callers::contains);
    }

    boolean doesCallerWait() {
        return !caller.hasEnded();
    }

    /**
     * How many are in flight, as soon as this many are, or when it is clear that no more will be.
     */
    int inFlight(int wanted) {
        isInTheEnd(() -> begun.get() - over.get() >= wanted);
        return begun.get() - over.get();
    }

    boolean isRejectionThrown() {
        return thrown != null;
    }

    long rejected() {
        return slow.stream().filter(HeldRequests::isRejected).count();
    }

    private static boolean isRejected(CompletableFuture<?> future) {
        return future.state() == State.FAILED
                && future.exceptionNow() instanceof RejectedExecutionException;
    }

    void endOne() {
        int before = over.get();
        ends.release();
        isInTheEnd(() -> over.get() > before);
    }

    void endAll() {
        ends.release(1000);
    }

    /** A place may be free a little after the request's last line. */
    boolean takesOneMore() {
        return isInTheEnd(
                () -> {
                    CompletableFuture<String> future = given(() -> server.slow(this::handleSlowly));
                    if (!isRejected(future)) slow.add(future);
                    return !isRejected(future);
                });
    }

    int handled() {
        return over.get();
    }

    /** Calls {@code close()}, which may wait. */
    void beginToClose() throws Exception {
        call(server::close);
    }

    void mustBeClosed() {
        if (!isInTheEnd(caller::hasEnded))
            fails("All requests may end, and close() does not return.", "what does it wait for?");
    }

    boolean isAnyThreadLeft() {
        return !isInTheEnd(
                () -> handlers.stream().noneMatch(t -> t.isAlive() && !callers.contains(t)));
    }

    private static boolean isInTheEnd(Callable<Boolean> holds) {
        return Seen.inTheEnd(LOOKS_IN_VAIN, holds);
    }

    void fails(String violated, String hint) {
        String threads =
                handlers.stream()
                        .filter(Thread::isAlive)
                        .limit(10)
                        .map(Thread::getName)
                        .collect(joining(", "));
        fail(
                "%s%n%nslow requests: given %s, in flight %s, over %s, rejected %s%ncaller: %s%nthreads that handle them: %s%n%nHint: %s"
                        .formatted(
                                violated,
                                slow.size(),
                                begun.get() - over.get(),
                                over,
                                rejected(),
                                call(),
                                threads.isEmpty() ? "none" : threads,
                                hint));
    }

    private String call() {
        if (thrown != null) return "has got the exception";
        return caller.hasEnded() ? "has returned" : Seen.at(caller.thread(), QuickAndSlow.class);
    }

    @Override
    public void close() {
        endAll();
        var closer = TestThread.start("closer", TestThread.call(server::close));
        Callable<Boolean> stuck = Seen.inARow(LOOKS_IN_VAIN, () -> Seen.waits(closer.thread()));
        Patience.until("the server is closed", () -> closer.hasEnded() || stuck.call());
        handlers.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
        closer.thread().interrupt();
    }
}
