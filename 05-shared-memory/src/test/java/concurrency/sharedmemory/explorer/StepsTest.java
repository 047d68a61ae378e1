package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What is a step, and what is not: the steps of one thread that runs alone. */
@SuppressWarnings({ // each makes its steps
    "JdkObsolete",
    "LockNotBeforeTry",
    "ModifiedButNotUsed",
    "ReturnValueIgnored",
    "UnnecessaryStringBuilder",
    "UnusedVariable",
    "WaitNotInLoop"
})
class StepsTest {
    static int counter;

    static class Account {
        int balance;
        volatile boolean open;
        final String owner = "Ann";
        final int[] days = new int[2];

        synchronized void deposit() {
            balance++;
        }
    }

    /** As in "read balance, write balance": the first thread alone, from start to end. */
    private static String steps(Setup setup) {
        return Steps.of(setup);
    }

    @Test
    void reading_and_writing_a_field() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(() -> account.balance += 5);
                                }))
                .isEqualTo("read balance, write balance");
    }

    @Test
    void reading_and_writing_a_volatile_field() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(() -> account.open = !account.open);
                                }))
                .isEqualTo("read open, write open");
    }

    @Test
    void reading_and_writing_a_static_field() {
        assertThat(steps(() -> Scenario.of(() -> counter++)))
                .isEqualTo("read counter, write counter");
    }

    @Test
    void reading_and_writing_an_element_of_an_array() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(() -> account.days[1]++);
                                }))
                .isEqualTo("read days[1], write days[1]");
    }

    @Test
    void entering_and_leaving_a_monitor() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(
                                            () -> {
                                                synchronized (account) {
                                                    account.balance = 1;
                                                }
                                            });
                                }))
                .isEqualTo("lock account, write balance, unlock account");
    }

    @Test
    void entering_and_leaving_a_synchronized_method() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(account::deposit);
                                }))
                .isEqualTo("lock account, read balance, write balance, unlock account");
    }

    static synchronized void count() {
        counter++;
    }

    @Test
    void a_static_synchronized_method_locks_the_class() {
        assertThat(steps(() -> Scenario.of(StepsTest::count)))
                .isEqualTo("lock StepsTest, read counter, write counter, unlock StepsTest");
    }

    @Test
    void notifying_on_a_monitor() {
        assertThat(
                        steps(
                                () -> {
                                    var bell = new Object();
                                    return Scenario.of(
                                            () -> {
                                                synchronized (bell) {
                                                    bell.notify();
                                                    bell.notifyAll();
                                                }
                                            });
                                }))
                .isEqualTo("lock bell, notify bell, notifyAll bell, unlock bell");
    }

    @Test
    void waiting_on_a_monitor_is_two_steps() {
        assertThat(
                        steps(
                                () -> {
                                    var bell = new Object();
                                    return Scenario.of(
                                                    () -> {
                                                        synchronized (bell) {
                                                            bell.wait();
                                                        }
                                                    })
                                            .spuriousWakeUps();
                                }))
                .isEqualTo("lock bell, wait bell, woken bell, unlock bell");
    }

    @Test
    void the_calls_of_a_lock_and_its_condition() {
        assertThat(
                        steps(
                                () -> {
                                    Lock lock = new ReentrantLock();
                                    Condition full = lock.newCondition();
                                    return Scenario.of(
                                            () -> {
                                                lock.lock();
                                                full.signal();
                                                full.signalAll();
                                                lock.unlock();
                                                if (lock.tryLock()) lock.unlock();
                                            });
                                }))
                .isEqualTo(
                        "lock lock, signal lock, signalAll lock, unlock lock, try lock,"
                                + " unlock lock");
    }

    @Test
    void each_call_of_an_atomic_variable() {
        assertThat(
                        steps(
                                () -> {
                                    var number = new AtomicInteger();
                                    var words = new AtomicReference<>("a");
                                    var array = new AtomicIntegerArray(2);
                                    return Scenario.of(
                                            () -> {
                                                number.incrementAndGet();
                                                number.updateAndGet(n -> n + 1);
                                                words.compareAndSet("a", "b");
                                                array.addAndGet(1, 2);
                                            });
                                }))
                .isEqualTo(
                        "incrementAndGet number, updateAndGet number, compareAndSet words,"
                                + " addAndGet array");
    }

    static final class Handled {
        private static final VarHandle X;
        private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

        static {
            try {
                X = MethodHandles.lookup().findVarHandle(Handled.class, "x", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        volatile int x;
        final int[] all = new int[2];
    }

    @Test
    void each_access_by_a_VarHandle_is_a_step_on_the_variable() {
        assertThat(
                        steps(
                                () -> {
                                    var handled = new Handled();
                                    return Scenario.of(
                                            () -> {
                                                int seen = (int) Handled.X.getAcquire(handled);
                                                Handled.X.compareAndSet(handled, seen, 5);
                                                Handled.ELEMENT.set(handled.all, 1, handled.x);
                                                Handled.ELEMENT.getAndAdd(handled.all, 1, 1);
                                            });
                                }))
                .isEqualTo("getAcquire x, compareAndSet x, read x, write all[1], getAndAdd all[1]");
    }

    @Test
    void each_call_of_a_semaphore_and_a_latch() {
        assertThat(
                        steps(
                                () -> {
                                    var permits = new Semaphore(1);
                                    var started = new CountDownLatch(1);
                                    return Scenario.of(
                                            () -> {
                                                permits.acquire();
                                                permits.release();
                                                started.countDown();
                                                started.await();
                                            });
                                }))
                .isEqualTo("acquire permits, release permits, countDown started, await started");
    }

    @Test
    void each_call_of_a_collection_made_for_threads() {
        assertThat(
                        steps(
                                () -> {
                                    var queue = new ArrayBlockingQueue<String>(1);
                                    var map = new ConcurrentHashMap<String, Integer>();
                                    var adder = new LongAdder();
                                    var vector = new Vector<String>();
                                    var text = new StringBuffer();
                                    List<String> list =
                                            Collections.synchronizedList(new ArrayList<>());
                                    return Scenario.of(
                                            () -> {
                                                queue.put("a");
                                                queue.take();
                                                map.merge("b", 1, Integer::sum);
                                                adder.increment();
                                                vector.add("c");
                                                text.append("d");
                                                list.add("e");
                                            });
                                }))
                .isEqualTo(
                        "put queue, take queue, merge map, increment adder, add vector, append"
                                + " text, add list");
    }

    @Test
    void each_call_of_a_collection_not_made_for_threads() {
        assertThat(
                        steps(
                                () -> {
                                    Map<String, Integer> map = new HashMap<>();
                                    var text = new StringBuilder();
                                    return Scenario.of(
                                            () -> {
                                                map.put("a", 1);
                                                text.append(map.get("a"));
                                            });
                                }))
                .isEqualTo("put map, get map, append text");
    }

    @Test
    void a_loop_over_a_collection_that_threads_share() {
        assertThat(
                        steps(
                                () -> {
                                    var list = new CopyOnWriteArrayList<>(List.of("a"));
                                    var sum = new int[1];
                                    return Scenario.of(
                                            () -> {
                                                for (String text : list) sum[0] = text.length();
                                            });
                                }))
                .isEqualTo("iterator list, hasNext list, next list, write sum[0], hasNext list");
    }

    @Test
    void a_method_reference_to_a_method_of_a_shared_object() {
        assertThat(
                        steps(
                                () -> {
                                    var list = new Vector<Integer>();
                                    return Scenario.of(() -> List.of(1, 2).forEach(list::add));
                                }))
                .isEqualTo("add list, add list");
    }

    @Test
    void text_made_of_a_shared_collection_reads_it() {
        assertThat(
                        steps(
                                () -> {
                                    List<String> list = new ArrayList<>();
                                    return Scenario.of(
                                            () -> {
                                                String text = "list " + list;
                                                text += String.valueOf(list);
                                                text += new ArrayList<>(list).size();
                                                list.add(text);
                                            });
                                }))
                .isEqualTo("read list, read list, read list, add list");
    }

    @Test
    void a_view_of_a_shared_map_is_a_part_of_it() {
        assertThat(
                        steps(
                                () -> {
                                    Map<String, Integer> map = new ConcurrentHashMap<>();
                                    map.put("a", 1);
                                    return Scenario.of(
                                            () -> {
                                                Iterator<Map.Entry<String, Integer>> all =
                                                        map.entrySet().iterator();
                                                all.next().setValue(2);
                                            });
                                }))
                .isEqualTo("entrySet map, iterator map, next map, setValue map");
    }

    @Test
    void a_round_of_a_waiting_loop() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(
                                            () -> {
                                                if (!account.open) Thread.onSpinWait();
                                            });
                                }))
                .isEqualTo("read open, spin");
    }

    static class Fixed extends ReentrantLock {
        private static final long serialVersionUID = 1;
        private int times;

        @Override
        public void lock() {
            super.lock();
            times++;
        }
    }

    @Test
    void a_class_that_extends_a_lock_is_one() {
        assertThat(
                        steps(
                                () -> {
                                    var door = new Fixed();
                                    return Scenario.of(
                                            () -> {
                                                door.lock();
                                                door.unlock();
                                            });
                                }))
                .isEqualTo("lock door, read times, write times, unlock door");
    }

    static class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean add(String word) {
            return super.add(word + "!");
        }
    }

    @Test
    void a_class_that_extends_a_collection_is_one() {
        assertThat(
                        steps(
                                () -> {
                                    var words = new Words();
                                    return Scenario.of(
                                            () -> {
                                                words.add("a");
                                                words.size();
                                            });
                                }))
                .isEqualTo("add words, size words");
    }

    @Test
    void final_fields_and_what_nobody_else_can_reach_make_no_steps() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(
                                            () -> {
                                                var own = new Account();
                                                own.deposit();
                                                own.days[0] = own.balance + account.owner.length();
                                                var list = new ArrayList<Integer>();
                                                list.add(own.days[0]);
                                                for (int i : list) own.balance += i;
                                                var text = new StringBuilder().append(own.balance);
                                                for (char c : text.toString().toCharArray())
                                                    own.balance += c;
                                                account.balance = own.balance;
                                            });
                                }))
                .isEqualTo("write account.balance");
    }

    static class Box {
        int value;

        Box(int value) {
            this.value = value;
        }
    }

    static class Shelf {
        Box box;
    }

    @Test
    void an_object_makes_steps_once_the_others_can_reach_it() {
        assertThat(
                        steps(
                                () -> {
                                    var shelf = new Shelf();
                                    return Scenario.of(
                                            () -> {
                                                var box = new Box(1);
                                                box.value++;
                                                shelf.box = box;
                                                box.value++;
                                            });
                                }))
                .isEqualTo("write box, read value, write value");
    }

    @Test
    void an_assertion_makes_no_step() {
        assertThat(
                        steps(
                                () -> {
                                    var account = new Account();
                                    return Scenario.of(
                                            () -> {
                                                assert account.balance == 0;
                                                account.balance = 1;
                                            });
                                }))
                .isEqualTo("write balance");
    }

    @Test
    void a_blocking_call_is_possible_when_the_real_object_lets_it_happen() {
        var verdict =
                Explorer.check(
                        () -> {
                            var queue = new LinkedBlockingDeque<Integer>(1);
                            var sum = new AtomicInteger();
                            return Scenario.of(
                                            () -> {
                                                queue.putLast(1);
                                                queue.putLast(2);
                                            },
                                            () -> sum.addAndGet(queue.takeFirst()),
                                            () -> sum.addAndGet(queue.takeFirst()))
                                    .check(() -> sum.get() == 3, "lost");
                        });
        assertThat(verdict.failure()).isEmpty();
    }
}
