package concurrency.sharedmemory.exercise;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

final class ReadersAndWriter {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    void enterToRead() {
        lock.readLock().lock();
    }

    void leaveAfterReading() {
        lock.readLock().unlock();
    }

    void enterToWrite() {
        lock.writeLock().lock();
    }

    void leaveAfterWriting() {
        lock.writeLock().unlock();
    }
}
