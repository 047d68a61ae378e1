package concurrency.sharedmemory.locks;

import static concurrency.kit.TestThread.call;
import static concurrency.sharedmemory.locks.ReadersWriters.moved;
import static concurrency.sharedmemory.locks.ReadersWriters.othersGet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.TestThread;
import concurrency.sharedmemory.locks.ReadersWriters.Accounts;
import concurrency.sharedmemory.locks.ReadersWriters.Seats;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** On the real locks: the explorer has no model of them. */
@SuppressWarnings("LockNotBeforeTry") // the lock is this test's own
class ReadersWritersTest {
    private final Seats seats = new Seats();

    @Test
    void a_reader_does_not_get_the_write_lock() {
        assertThat(seats.upgradeAtOnce()).isFalse();
    }

    @Test
    void a_reader_who_waits_for_the_write_lock_waits_for_itself() throws Exception {
        try (var reader = TestThread.start("reader", call(seats::brokenUpgrade))) {
            reader.until("it is queued", () -> seats.lock.hasQueuedThread(reader.thread()));
            assertThat(seats.lock.getReadLockCount()).as("readers").isEqualTo(1); // and no others
            assertThat(seats.lock.isWriteLocked()).isFalse();
            assertThat(reader.hasEnded()).isFalse();

            reader.thread().interrupt();
            assertThatThrownBy(reader::result).isInstanceOf(InterruptedException.class);
        }
        assertThat(othersGet(seats.lock.writeLock())).as("free again").isTrue();
    }

    @Test
    void whoever_releases_and_looks_again_sells_what_is_left_and_no_more() {
        assertThat(seats.releaseAndLookAgain(() -> {})).as("two are left").isTrue();
        assertThat(seats.releaseAndLookAgain(() -> seats.downgrade(_ -> {})))
                .as("one is left, and another buys it meanwhile")
                .isFalse();
        assertThat(othersGet(seats.lock.writeLock())).as("free again").isTrue();
    }

    @Test
    void whoever_looks_again_waits_for_writers_first_and_then_for_readers() throws Exception {
        var released = new CountDownLatch(1);
        seats.lock.writeLock().lock();
        try (var seller =
                TestThread.start("seller", () -> seats.releaseAndLookAgain(released::countDown))) {
            seller.until("it is queued", () -> seats.lock.hasQueuedThread(seller.thread()));
            assertThat(released.getCount()).as("it has not looked yet").isEqualTo(1);

            seats.lock.readLock().lock();
            seats.lock.writeLock().unlock();
            seller.until("it has looked", () -> released.getCount() == 0);
            seller.until("it is queued", () -> seats.lock.hasQueuedThread(seller.thread()));
            assertThat(seller.hasEnded()).as("it has sold while others read").isFalse();

            seats.lock.readLock().unlock();
            assertThat(seller.result()).isTrue();
        }
    }

    @Test
    void the_locks_are_free_if_whoever_is_shown_the_seats_throws() {
        assertThatThrownBy(() -> seats.downgrade(ReadersWritersTest::fail))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(othersGet(seats.lock.writeLock())).isTrue();
    }

    private static void fail(int free) {
        throw new UnsupportedOperationException("shown " + free);
    }

    @Test
    void a_writer_who_goes_on_as_a_reader_lets_others_read_but_not_write() {
        List<Object> seen = new ArrayList<>();
        seats.downgrade(
                free -> {
                    seen.add(free);
                    seen.add(othersGet(seats.lock.readLock()));
                    seen.add(othersGet(seats.lock.writeLock()));
                });

        assertThat(seen)
                .as("seats left, others may read, others may write")
                .containsExactly(1, true, false);
        assertThat(othersGet(seats.lock.writeLock())).as("free again").isTrue();
    }

    @Test
    void nobody_looks_while_the_writer_writes() throws Exception {
        seats.lock.readLock().lock();
        try (var writer = TestThread.start("writer", call(() -> seats.downgrade(_ -> {})))) {
            writer.until("it is queued", () -> seats.lock.hasQueuedThread(writer.thread()));
            assertThat(writer.hasEnded()).isFalse();
            seats.lock.readLock().unlock();
            writer.result();
        }
    }

    @Test
    void without_a_stamp_a_total_is_half_old_and_half_new() {
        assertThat(moved(Accounts::brokenTotal)).isEqualTo(25);
    }

    @Test
    void a_stamp_does_not_hold_after_a_write() {
        assertThat(moved(Accounts::total)).isEqualTo(20);
    }

    @Test
    void a_reader_with_a_stamp_keeps_nobody_out() {
        var accounts = new Accounts();
        List<Boolean> locked = new ArrayList<>();

        assertThat(accounts.total(() -> locked.add(accounts.lock.isReadLocked()))).isEqualTo(20);
        assertThat(locked).containsExactly(false);
    }
}
