// A lock, a condition for readers and one for writers, and a rule in place of a queue: writers
// come first, but whenever one leaves, the readers that wait then come before the next. Nobody
// is woken in vain; and the rule is spread over four methods, so it takes a while to see that it
// is right.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

final class ReadersAndWriter {
    private final Lock lock = new ReentrantLock();
    private final Condition mayRead = lock.newCondition();
    private final Condition mayWrite = lock.newCondition();
    private int readers;
    private int waitingReaders;
    private int waitingWriters;
    private int batch;
    private int readersFirst;
    private boolean writing;

    void enterToRead() throws InterruptedException {
        lock.lock();
        try {
            if (writing || waitingWriters > 0) {
                int mine = batch;
                waitingReaders++;
                while (mine == batch) mayRead.await();
                readersFirst--;
            }
            readers++;
        } finally {
            lock.unlock();
        }
    }

    void leaveAfterReading() {
        lock.lock();
        try {
            readers--;
            mayWrite.signal();
        } finally {
            lock.unlock();
        }
    }

    void enterToWrite() throws InterruptedException {
        lock.lock();
        try {
            waitingWriters++;
            while (writing || readers > 0 || readersFirst > 0) mayWrite.await();
            waitingWriters--;
            writing = true;
        } finally {
            lock.unlock();
        }
    }

    void leaveAfterWriting() {
        lock.lock();
        try {
            writing = false;
            batch++;
            readersFirst = waitingReaders;
            waitingReaders = 0;
            mayRead.signalAll();
            mayWrite.signal();
        } finally {
            lock.unlock();
        }
    }
}
