// No lock: all that there is to know is one object that never changes, and compare-and-set puts
// another in its place if nobody else was faster. Whoever cannot go on looks again and again,
// which keeps a core busy: right for a wait of a moment, wrong for one that may take long.

package concurrency.sharedmemory.exercise;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

final class Mailbox {
    private record Box(String letter, boolean closed) {}

    private final AtomicReference<Box> box = new AtomicReference<>(new Box(null, false));

    void put(String newLetter) {
        while (true) {
            Box seen = box.get();
            if (seen.closed) throw new IllegalStateException("closed");
            if (seen.letter != null) Thread.onSpinWait();
            else if (box.compareAndSet(seen, new Box(newLetter, false))) return;
        }
    }

    Optional<String> take() {
        while (true) {
            Box seen = box.get();
            if (seen.letter == null && seen.closed) return Optional.empty();
            if (seen.letter == null) Thread.onSpinWait();
            else if (box.compareAndSet(seen, new Box(null, seen.closed)))
                return Optional.of(seen.letter);
        }
    }

    void close() {
        while (true) {
            Box seen = box.get();
            if (box.compareAndSet(seen, new Box(seen.letter, true))) return;
        }
    }
}
