package concurrency.sequential;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.function.Consumer;

/**
 * "Concurrent" trouble with one thread: a list is changed while a loop iterates over it.
 *
 * <p>Predict: a loop iterates over three orders and removes the cold one. What happens if that is
 * the first? And if it is the second?
 *
 * <p>Why: two activities that know nothing of each other are under way at once, the iteration and
 * the removal; one thread is enough for that. The list counts its changes, and each step of the
 * iteration compares the count. But first it asks whether it is at the end: once the second of
 * three is removed it has seen two of two, so it stops and never looks at the third. The check is
 * best effort, for finding bugs; no program may rely on it. Between threads it promises even less:
 * then the list itself can break (05-shared-memory).
 *
 * <p>Cures: {@code removeIf}, which is one activity; iterating over a copy, which costs the copy;
 * the iterator's own {@link java.util.Iterator#remove}.
 *
 * <p>Next: TwoCashMachines in 02-threading
 */
final class ConcurrentModification {
    @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // javac does not mind
    static void brokenWhileIterating(List<String> orders) {
        for (String order : orders) {
            if (order.startsWith("cold")) orders.remove(order);
        }
    }

    static void removeIf(List<String> orders) {
        orders.removeIf(order -> order.startsWith("cold"));
    }

    static void iterateOverACopy(List<String> orders) {
        for (String order : List.copyOf(orders)) {
            if (order.startsWith("cold")) orders.remove(order);
        }
    }

    /** What is left of these orders, or the exception's name. */
    static String after(Consumer<List<String>> removal, String... orders) {
        List<String> left = new ArrayList<>(List.of(orders));
        try {
            removal.accept(left);
            return left.toString();
        } catch (ConcurrentModificationException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static void show(String name, Consumer<List<String>> removal) {
        IO.println(name);
        IO.println("  the first is cold:      " + after(removal, "cold A", "hot B", "hot C"));
        IO.println("  the last two are cold:  " + after(removal, "hot A", "cold B", "cold C"));
    }

    void main() {
        show("remove while iterating", ConcurrentModification::brokenWhileIterating);
        show("removeIf", ConcurrentModification::removeIf);
        show("iterate over a copy", ConcurrentModification::iterateOverACopy);
    }
}
