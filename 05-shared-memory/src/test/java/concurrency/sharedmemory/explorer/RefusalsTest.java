package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

/** What cannot be put in order is refused at once: with the line, and what to do instead. */
@SuppressWarnings({ // what is refused
    "FutureReturnValueIgnored",
    "NonAtomicVolatileUpdate",
    "WaitNotInLoop"
})
class RefusalsTest {
    private static final String NO_TIME =
            "There is no time in the explorer: wait for what must have happened";
    private static final String NO_THREADS =
            "The threads of a scenario are its bodies: let each task be one";

    static class Till {
        volatile int sum;
        int[] all = new int[2];
        final Object door = new Object();
    }

    interface Deed {
        void on(Till till) throws Exception;
    }

    interface SerializableDeed extends Deed, java.io.Serializable {}

    /** The message to a body that does this beside another that writes. */
    private static String message(SerializableDeed deed) {
        return messageOf(
                () -> {
                    var till = new Till();
                    return Scenario.of(() -> till.sum = 1, () -> deed.on(till));
                });
    }

    private static String messageOf(Setup setup) {
        Throwable thrown = catchThrowable(() -> Explorer.check(setup));
        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        return thrown.getMessage();
    }

    @Test
    void sleeping() {
        assertThat(message(_ -> Thread.sleep(1)))
                .startsWith("B calls Thread.sleep at RefusalsTest.java:")
                .contains(NO_TIME);
        assertThat(message(_ -> TimeUnit.SECONDS.sleep(1))).contains(NO_TIME);
    }

    @Test
    void waiting_for_some_time() {
        assertThat(
                        message(
                                till -> {
                                    synchronized (till.door) {
                                        till.door.wait(10);
                                    }
                                }))
                .contains("Object.wait", NO_TIME);
        assertThat(
                        message(
                                till -> {
                                    var lock = new ReentrantLock();
                                    lock.tryLock(1, TimeUnit.SECONDS);
                                }))
                .contains("ReentrantLock.tryLock", NO_TIME);
        assertThat(message(_ -> new Semaphore(1).tryAcquire(1, TimeUnit.SECONDS)))
                .contains(NO_TIME);
        assertThat(message(_ -> new ArrayBlockingQueue<Integer>(1).poll(1, TimeUnit.SECONDS)))
                .contains(NO_TIME);
        assertThat(message(_ -> Thread.currentThread().join(Duration.ofSeconds(1))))
                .contains("Thread.join", NO_THREADS);
    }

    static class Worker extends Thread {
        @Override
        public void run() {}
    }

    @Test
    void starting_threads() {
        assertThat(message(till -> new Thread(() -> till.sum++).start()))
                .contains("Thread.start", NO_THREADS);
        assertThat(message(_ -> new Worker().start())).contains("Worker.start", NO_THREADS);
        assertThat(message(till -> Thread.ofVirtual().start(() -> till.sum++)))
                .contains(NO_THREADS);
        assertThat(message(till -> Thread.startVirtualThread(() -> till.sum++)))
                .contains(NO_THREADS);
    }

    @Test
    void executors_and_futures() {
        assertThat(
                        message(
                                till -> {
                                    try (ExecutorService pool = Executors.newCachedThreadPool()) {
                                        pool.submit(() -> till.sum++);
                                    }
                                }))
                .contains("Executors.newCachedThreadPool", NO_THREADS);
        assertThat(message(till -> CompletableFuture.runAsync(() -> till.sum++)))
                .contains("CompletableFuture.runAsync", NO_THREADS);
        assertThat(message(till -> ForkJoinPool.commonPool().submit(() -> till.sum++)))
                .contains(NO_THREADS);
    }

    @Test
    void a_parallel_stream_even_if_it_would_run_on_one_thread() {
        assertThat(message(till -> List.of(1).parallelStream().forEach(n -> till.sum += n)))
                .contains("List.parallelStream", "Threads that are no bodies");
        assertThat(message(till -> List.of(1).stream().parallel().forEach(n -> till.sum += n)))
                .contains("parallel", "Threads that are no bodies");
        assertThat(message(_ -> Arrays.parallelSetAll(new int[2], i -> i)))
                .contains("Arrays.parallelSetAll", "Threads that are no bodies");
    }

    @Test
    void parking() {
        assertThat(message(_ -> LockSupport.park())).contains("LockSupport.park", "Condition");
    }

    @Test
    void locks_and_barriers_that_have_no_model() {
        assertThat(message(_ -> new StampedLock().writeLock()))
                .contains("StampedLock.writeLock", "Use a ReentrantLock, or synchronized.");
        assertThat(message(_ -> new ReentrantReadWriteLock().readLock().lock()))
                .contains("Use a ReentrantLock, or synchronized.");
        assertThat(message(_ -> new CyclicBarrier(1).await())).contains("Use a CountDownLatch");
        assertThat(message(_ -> new Phaser(1).arrive())).contains("Use a CountDownLatch");
        assertThat(message(_ -> new SynchronousQueue<Integer>().offer(1)))
                .contains("Use an ArrayBlockingQueue.");
    }

    @Test
    void reflection_on_fields() {
        assertThat(message(till -> Till.class.getDeclaredField("sum").getInt(till)))
                .contains("Field.getInt", "An access by reflection is not seen");
        assertThat(message(till -> java.lang.reflect.Array.getInt(till.all, 0)))
                .contains("Array.getInt", "An access by reflection is not seen");
        assertThat(
                        message(
                                _ ->
                                        AtomicIntegerFieldUpdater.newUpdater(Till.class, "sum")
                                                .get(new Till())))
                .contains("Use a VarHandle, or an atomic variable.");
    }

    @Test
    void arrays_as_a_whole() {
        assertThat(message(till -> Arrays.fill(till.all, 1)))
                .contains("Arrays.fill", "Each element is a variable of its own: write the loop.");
        assertThat(message(till -> Arrays.sort(till.all))).contains("write the loop");
        assertThat(message(till -> System.arraycopy(till.all, 0, new int[2], 0, 2)))
                .contains("System.arraycopy", "write the loop");
        assertThat(message(till -> till.sum = till.all.clone().length)).contains("write the loop");
    }

    @Test
    void calls_that_are_many_steps_in_the_JDK_too() {
        assertThat(
                        messageOf(
                                () -> {
                                    var map = new ConcurrentHashMap<String, Integer>();
                                    return Scenario.of(() -> map.putAll(Map.of("a", 1, "b", 2)));
                                }))
                .contains(
                        "ConcurrentHashMap.putAll",
                        "which is not promised to be one step",
                        "Write the loop.");
        assertThat(
                        messageOf(
                                () -> {
                                    var map = new ConcurrentHashMap<String, Integer>();
                                    return Scenario.of(() -> map.forEach((_, _) -> {}));
                                }))
                .contains("ConcurrentHashMap.forEach", "which is not promised to be one step");
    }

    @Test
    void a_call_that_looks_into_two_collections() {
        assertThat(
                        messageOf(
                                () -> {
                                    var one = new ArrayList<String>();
                                    var other = new ArrayList<String>();
                                    return Scenario.of(() -> one.addAll(other));
                                }))
                .contains("ArrayList.addAll", "looks into both one and other", "copy one of them");
    }

    @Test
    void a_step_inside_a_step() {
        assertThat(
                        messageOf(
                                () -> {
                                    var x = new AtomicInteger();
                                    var y = new AtomicInteger();
                                    return Scenario.of(
                                            () -> x.getAndUpdate(n -> n + 1 + y.get()),
                                            () -> x.set(10));
                                }))
                .contains(
                        "A calls get of y",
                        "in the middle of AtomicInteger.getAndUpdate at Refusals");
        assertThat(
                        messageOf(
                                () -> {
                                    var x = new AtomicInteger();
                                    int[] calls = {0};
                                    return Scenario.of(
                                            () -> x.updateAndGet(n -> n + ++calls[0]),
                                            () -> x.set(10));
                                }))
                .contains("A reads an element", "in the middle of AtomicInteger.updateAndGet");
        assertThat(
                        messageOf(
                                () -> {
                                    var map = new ConcurrentHashMap<String, Integer>();
                                    var till = new Till();
                                    return Scenario.of(
                                            () -> map.computeIfAbsent("a", _ -> ++till.sum));
                                }))
                .contains("A reads sum", "in the middle of ConcurrentHashMap.computeIfAbsent");
        assertThat(
                        messageOf(
                                () -> {
                                    var list = new ArrayList<>(List.of(1));
                                    var till = new Till();
                                    return Scenario.of(() -> list.forEach(n -> till.sum += n));
                                }))
                .contains("A reads sum", "in the middle of ArrayList.forEach");
    }

    interface Shelf {
        List<String> BOOKS = new ArrayList<>();
    }

    @Test
    void an_interface_that_keeps_what_can_change() {
        assertThat(messageOf(() -> Scenario.of(() -> Shelf.BOOKS.add("a"))))
                .contains("the interface RefusalsTest$Shelf keeps", "BOOKS", "put it into a class");
    }

    @Test
    void an_iterator_that_threads_share_is_refused() {
        String message =
                messageOf(
                        () -> {
                            Iterator<Integer> shared = new ArrayList<>(List.of(1, 2)).iterator();
                            return Scenario.of(shared::next, shared::next);
                        });

        assertThat(message)
                .startsWith("A calls Iterator.next at RefusalsTest.java:")
                .endsWith(", of an object that threads share: let each make one of its own.");
    }

    @Test
    void the_sum_of_an_adder_is_refused_as_others_can_add_meanwhile() {
        String message =
                messageOf(
                        () -> {
                            var adder = new LongAdder();
                            return Scenario.of(adder::increment, adder::sum);
                        });

        assertThat(message)
                .startsWith("B calls LongAdder.sum at RefusalsTest.java:")
                .contains(", which is not promised to be one step.");
    }
}
