// A queue: whoever comes takes a ticket, and enters when it is the next and the room allows it.
// Readers that stand one after the other enter one after the other, and are inside together. All
// rules about starving follow from the queue. Everybody is woken at each change, which is the
// price.

package concurrency.sharedmemory.exercise;

final class ReadersAndWriter {
    private long tickets;
    private long next;
    private int readers;
    private boolean writing;

    synchronized void enterToRead() throws InterruptedException {
        long mine = tickets++;
        while (mine != next || writing) wait();
        next++;
        readers++;
        notifyAll();
    }

    synchronized void leaveAfterReading() {
        readers--;
        notifyAll();
    }

    synchronized void enterToWrite() throws InterruptedException {
        long mine = tickets++;
        while (mine != next || writing || readers > 0) wait();
        next++;
        writing = true;
    }

    synchronized void leaveAfterWriting() {
        writing = false;
        notifyAll();
    }
}
