package concurrency.sequential;

import java.util.List;
import java.util.function.Consumer;

/**
 * In a sequence the first exception stops all that comes after it; what came before stays done.
 *
 * <p>Predict: the courier has three letters. Nobody lives at the second address. Who gets a letter,
 * and does he lock his bike at the end?
 *
 * <p>Why: an exception leaves the loop, then the method, then its caller, until somebody catches
 * it. Nothing is undone on the way. Only {@code finally} (and {@code close} in a {@code try} with
 * resources) runs in any case. That is convenient: after a failure nothing else happens, and the
 * caller knows. A task on a thread of its own has no caller to tell: LostException in 02-threading;
 * its siblings go on: AllOrFirst in 03-async.
 *
 * <p>Cure, if the others should not suffer: catch inside the loop, and report what failed.
 *
 * <p>Next: {@link ConcurrentModification}
 */
final class FailureStopsTheRest {
    static final List<String> ADDRESSES = List.of("B", "nowhere", "D");

    /** The failure at the second address ends the round; the third is never tried. */
    static void stopsAtTheFailure(Consumer<String> tell) {
        try {
            for (String address : ADDRESSES) deliver(address, tell);
        } finally {
            tell.accept("bike locked");
        }
    }

    /** A failure ends one delivery, not the round. */
    static void goesOn(Consumer<String> tell) {
        for (String address : ADDRESSES) {
            try {
                deliver(address, tell);
            } catch (IllegalArgumentException e) {
                tell.accept("failed: " + e.getMessage());
            }
        }
        tell.accept("bike locked");
    }

    private static void deliver(String address, Consumer<String> tell) {
        if (address.equals("nowhere"))
            throw new IllegalArgumentException("nobody lives at " + address);
        tell.accept("delivered to " + address);
    }

    void main() {
        IO.println("The exception leaves the loop:\n");
        try {
            stopsAtTheFailure(IO::println);
        } catch (IllegalArgumentException e) {
            IO.println("the caller is told: " + e.getMessage());
        }
        IO.println("\nIt is caught inside the loop:\n");
        goesOn(IO::println);
    }
}
