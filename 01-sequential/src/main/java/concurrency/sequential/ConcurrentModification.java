package concurrency.sequential;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.function.Consumer;

/**
 * "Concurrent" trouble with a single thread: a list is changed while a loop walks through it.
 *
 * <p>Predict: a loop walks through three orders and removes the one that is cold. What happens if
 * that is the first order? And what if it is the second?
 *
 * <p>Why: two activities that do not know of each other are under way at once, the walk and the
 * removal, and for that one thread is enough. The list counts its changes, and at each step the
 * walk compares the count. But it asks first whether it is at the end: after removing the second of
 * three it has seen two of two, so it ends and the third is never looked at. The check is for
 * finding bugs, best effort; no program may rely on it. Between threads it promises even less: then
 * the list itself can break (05-shared-memory).
 *
 * <p>Cures: {@code removeIf}, which is one activity; walking through a copy, which costs the copy;
 * the walk's own {@link java.util.Iterator#remove}.
 *
 * <p>Next: the module 02-threading
 */
final class ConcurrentModification {
    @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // javac does not mind
    static void brokenWhileWalking(List<String> orders) {
        for (String order : orders) {
            if (order.startsWith("cold")) orders.remove(order);
        }
    }

    static void removeIf(List<String> orders) {
        orders.removeIf(order -> order.startsWith("cold"));
    }

    static void walkThroughACopy(List<String> orders) {
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
        show("remove while walking", ConcurrentModification::brokenWhileWalking);
        show("removeIf", ConcurrentModification::removeIf);
        show("walk through a copy", ConcurrentModification::walkThroughACopy);
    }
}
