package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Exercise 5.8: many readers, one writer. Difficulty 5.
 *
 * <p>Some threads read a text, others change it. A thread that reads or writes enters before and
 * leaves afterwards:
 *
 * <ul>
 *   <li>While a writer is inside, nobody else is. A thread that enters sees all that was written by
 *       those that have left.
 *   <li>Any number of readers can be inside together.
 *   <li>A writer does not starve: a reader that comes while a writer waits enters after that
 *       writer.
 *   <li>A reader does not starve: if readers wait when a writer leaves, a writer that came after
 *       them enters after them.
 *   <li>Every call returns as soon as these rules allow it.
 * </ul>
 *
 * <p>Nobody enters twice without having left, and whoever has entered leaves on the same thread.
 * Nobody interrupts those that wait. Below, nobody waits. The JDK's {@code ReadWriteLock} and
 * {@code StampedLock} are what is to be built, so take other parts.
 *
 * <p>The specification tries every order of the steps of up to three threads. What one thread
 * writes to a field may reach the others late, unless something orders them; {@code notify} wakes
 * any of those that wait, and a thread may wake without having been notified. Time, and threads of
 * your own, cannot be tried this way; if you use them, the test says so.
 */
final class ReadersAndWriter {
    /** Nobody is inside. */
    ReadersAndWriter() {
        abort("exercise 5.8 is not started: delete this line of ReadersAndWriter.java, run again");
    }

    /** Waits until the caller may read. */
    void enterToRead() throws InterruptedException {}

    /** The caller has read. */
    void leaveAfterReading() throws InterruptedException {}

    /** Waits until the caller may write. */
    void enterToWrite() throws InterruptedException {}

    /** The caller has written. */
    void leaveAfterWriting() throws InterruptedException {}
}
