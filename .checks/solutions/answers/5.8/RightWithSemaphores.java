// Two fair semaphores: a door that one at a time passes, and a room with a permit for each
// reader, all of which a writer takes. Whoever waits for the room keeps the door, so nobody
// overtakes. The least to write. Fair it has to be: otherwise those at the door are let in as it
// happens.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.Semaphore;

final class ReadersAndWriter {
    private static final int READERS = 1_000;

    private final Semaphore door = new Semaphore(1, true);
    private final Semaphore room = new Semaphore(READERS, true);

    void enterToRead() throws InterruptedException {
        enter(1);
    }

    void leaveAfterReading() {
        room.release();
    }

    void enterToWrite() throws InterruptedException {
        enter(READERS);
    }

    void leaveAfterWriting() {
        room.release(READERS);
    }

    private void enter(int permits) throws InterruptedException {
        door.acquire();
        try {
            room.acquire(permits);
        } finally {
            door.release();
        }
    }
}
