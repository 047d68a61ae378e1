package concurrency.threading.order;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Collections2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Inside a thread the order of the steps is the program's; between threads no order is defined.
 *
 * <p>Predict: thread A has two steps, thread B has two. In how many orders can the four steps
 * happen? And if each has ten?
 *
 * <p>Why: one order of the steps is an <i>interleaving</i>, and a word such as ABBA, its
 * <i>schedule</i>, says whose turn it is: first A's first step, then both of B's, then A's second.
 * Of 2n turns any n may be A's, which makes C(2n, n) = (2n)! / (n! n!) words. The system may choose
 * any of them, so a program is right only if it is right in all. Where threads share variables
 * without synchronising, even more than these can be seen: Reordering in 05-shared-memory.
 *
 * <p>Cure: forbid the orders that must not happen, with {@code join}, a gate or a lock. Cost: the
 * thread that comes too early waits.
 *
 * <p>Next: {@link StartIsNotRun}
 */
public final class Interleavings {
    /**
     * Every order of the steps of two threads A and B, as words. They are made one by one as they
     * are read; the size is known beforehand.
     *
     * @param steps how many steps each thread has
     */
    static Collection<String> orders(int steps) {
        List<String> turns = new ArrayList<>(Collections.nCopies(steps, "A"));
        turns.addAll(Collections.nCopies(steps, "B"));
        return Collections2.transform(
                Collections2.orderedPermutations(turns), order -> String.join("", order));
    }

    /** The steps in the order of a word: {@code ABBA} is A1, B1, B2, A2. */
    static List<String> steps(String order) {
        List<String> steps = new ArrayList<>();
        int a = 0;
        int b = 0;
        for (char name : order.toCharArray()) steps.add(name == 'A' ? "A" + ++a : "B" + ++b);
        return steps;
    }

    /** The notes' line of a thread: {@code -} it takes a step, {@code X} it does not. */
    static String line(char thread, String order) {
        return order.chars().mapToObj(name -> name == thread ? "-" : "X").collect(joining());
    }

    private static String lines(char thread) {
        return orders(2).stream().map(order -> line(thread, order)).collect(joining("  "));
    }

    void main() {
        IO.println("two threads of two steps (- takes a step, X does not):\n");
        IO.println("     " + String.join("  ", orders(2)));
        IO.println("A    " + lines('A'));
        IO.println("B    " + lines('B'));
        IO.println("\nsteps of each   orders");
        for (int steps : new int[] {1, 2, 3, 4, 10})
            IO.println(String.format(Locale.ROOT, "%13d %8d", steps, orders(steps).size()));
    }
}
