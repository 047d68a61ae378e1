package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Whom a notification wakes, who wakes without one, and what an interrupt does. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // what happens then is asked
class WaitingTest {
    /** A bell that A and B wait for, in the order in which they come to it. */
    static class Bell {
        final Notes<String> heard = new Notes<>();

        synchronized void await() throws InterruptedException {
            wait();
            heard.add("heard");
        }

        synchronized void ring() {
            notify();
        }

        String whoHeard() {
            return (heard.of("A").isEmpty() ? "" : "A") + (heard.of("B").isEmpty() ? "" : "B");
        }

        /** A waits, then B, then C rings once. */
        static Scenario rungOnce() {
            var bell = new Bell();
            return Scenario.of(bell::await, bell::await, bell::ring).outcome(bell::whoHeard);
        }
    }

    /** A door that opens once; whoever comes too early waits. */
    static class Door {
        boolean open;
        boolean passedClosed;

        synchronized void passIf() throws InterruptedException {
            if (!open) wait();
            passedClosed |= !open;
        }

        synchronized void passWhile() throws InterruptedException {
            while (!open) wait();
            passedClosed |= !open;
        }

        synchronized void open() {
            open = true;
            notifyAll();
        }

        synchronized void openSilently() {
            open = true;
        }

        boolean wasShut() {
            return !passedClosed;
        }
    }

    @Test
    void notify_wakes_the_one_that_has_waited_longest_if_nothing_else_is_asked_for() {
        assertThat(whoIsLeft(Explorer.replay(Bell::rungOnce, "AABBCCCAA")))
                .isEqualTo("B waits for a notify on bell");
    }

    @Test
    void notify_can_be_asked_to_wake_any_of_those_who_wait() {
        Setup any = () -> Bell.rungOnce().notifyAny();

        assertThat(whoIsLeft(Explorer.replay(any, "AABBCCCAA")))
                .isEqualTo("B waits for a notify on bell");
        assertThat(whoIsLeft(Explorer.replay(any, "AABBCCCBB")))
                .isEqualTo("A waits for a notify on bell");
    }

    @Test
    void notifyAll_as_a_method_reference_needs_the_monitor() {
        Setup setup =
                () -> {
                    var door = new Door();
                    return Scenario.of(door::notifyAll);
                };

        assertThat(Explorer.outcomes(setup).counts())
                .containsOnlyKeys(
                        "java.lang.IllegalMonitorStateException: A calls notifyAll but does not"
                                + " hold door");
    }

    @Test
    void wait_and_notify_work_as_method_references() {
        Setup setup =
                () -> {
                    var bell = new Bell();
                    Body wait = bell::wait;
                    Body notify = bell::notify;
                    return Scenario.of(() -> holding(bell, wait), () -> holding(bell, notify));
                };

        assertThat(Explorer.outcomes(setup).counts()).containsOnlyKeys("all ended", "deadlock");
    }

    private static void holding(Object monitor, Body body) throws Exception {
        synchronized (monitor) {
            body.run();
        }
    }

    @Test
    void a_notification_is_never_for_one_who_came_to_wait_after_it() {
        Setup any = () -> Bell.rungOnce().notifyAny();

        assertThat(Explorer.position(any, "AACCCBB").possible().toString())
                .contains("A")
                .doesNotContain("B");
    }

    @Test
    void a_condition_stays_first_in_first_out() {
        Setup setup =
                () -> {
                    var lock = new ReentrantLock();
                    Condition rung = lock.newCondition();
                    var last = new int[1];
                    Body wait =
                            () -> {
                                lock.lock();
                                rung.await();
                                lock.unlock();
                            };
                    Body ring =
                            () -> {
                                lock.lock();
                                rung.signal();
                                lock.unlock();
                            };
                    return Scenario.of(wait, wait, ring).notifyAny().outcome(() -> last[0]);
                };

        assertThat(whoIsLeft(Explorer.replay(setup, "AABBCCCAA")))
                .isEqualTo("B waits for a signal on lock");
    }

    @Test
    void an_if_in_place_of_a_while_is_right_until_threads_wake_without_a_notification() {
        assertThat(Explorer.check(() -> passing(false)).failure()).isEmpty();
        assertThat(Explorer.check(() -> passing(false).spuriousWakeUps()).failure())
                .get()
                .asString()
                .contains("woken  door spuriously", "went through a shut door");
        assertThat(Explorer.check(() -> passing(true).spuriousWakeUps()).failure()).isEmpty();
    }

    private static Scenario passing(boolean loops) {
        var door = new Door();
        Body pass = loops ? door::passWhile : door::passIf;
        return Scenario.of(pass, door::open).check(door::wasShut, "went through a shut door");
    }

    @Test
    void to_wake_without_a_notification_rescues_nobody() {
        Setup setup =
                () -> {
                    var door = new Door();
                    return Scenario.of(door::passWhile, door::openSilently).spuriousWakeUps();
                };

        assertThat(Explorer.outcomes(setup).counts()).containsKeys("deadlock", "all ended");
        assertThat(Explorer.check(setup).failure())
                .get()
                .asString()
                .contains("A waits for a notify on door");
    }

    @Test
    void whoever_does_not_hold_the_lock_can_neither_notify_nor_wait_nor_unlock() {
        assertThat(
                        thrownBy(
                                () -> {
                                    var door = new Door();
                                    return Scenario.of(() -> door.notifyAll());
                                }))
                .contains("IllegalMonitorStateException: A calls notifyAll but does not hold door");
        assertThat(
                        thrownBy(
                                () -> {
                                    var door = new Door();
                                    return Scenario.of(() -> door.wait());
                                }))
                .contains("IllegalMonitorStateException: A calls wait but does not hold door");
        assertThat(
                        thrownBy(
                                () -> {
                                    var lock = new ReentrantLock();
                                    return Scenario.of(() -> lock.unlock());
                                }))
                .contains("IllegalMonitorStateException: A calls unlock but does not hold lock");
    }

    @Test
    void a_thread_that_has_interrupted_itself_does_not_wait() {
        String interrupted = "java.lang.InterruptedException";

        assertThat(
                        thrownBy(
                                () -> {
                                    var semaphore = new Semaphore(0);
                                    return Scenario.of(interruptedFirst(semaphore::acquire));
                                }))
                .contains(interrupted);
        assertThat(
                        thrownBy(
                                () -> {
                                    var latch = new CountDownLatch(1);
                                    return Scenario.of(interruptedFirst(latch::await));
                                }))
                .contains(interrupted);
        assertThat(
                        thrownBy(
                                () -> {
                                    var queue = new ArrayBlockingQueue<Integer>(1);
                                    return Scenario.of(interruptedFirst(queue::take));
                                }))
                .contains(interrupted);
        assertThat(
                        thrownBy(
                                () -> {
                                    var lock = new ReentrantLock();
                                    return Scenario.of(interruptedFirst(lock::lockInterruptibly));
                                }))
                .contains(interrupted);
        assertThat(
                        thrownBy(
                                () -> {
                                    var shut = new Door();
                                    return Scenario.of(interruptedFirst(shut::passWhile));
                                }))
                .contains(interrupted);
    }

    private static Body interruptedFirst(Body body) {
        return () -> {
            Thread.currentThread().interrupt();
            body.run();
        };
    }

    private static String whoIsLeft(Interleaving run) {
        return run.wrong().orElse("all ended").replaceAll(" \\(.*\\)", "");
    }

    private static String thrownBy(Setup setup) {
        return Explorer.outcomes(setup).counts().keySet().toString();
    }
}
