package concurrency.threading.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;

/**
 * Exercise 2.3: the merges that lose a write. Difficulty 2.
 *
 * <p>Two threads run a program each, on the same variable. A program is a word, a letter for each
 * step: {@code RCW} reads, computes with what it has read, and writes. B's steps have small
 * letters: {@code rcw}. A merge of the two, an interleaving, is a word too, which keeps the order
 * of both: {@code RrwcCW} is not one, and {@code RrcwCW} is one of the 20 of these two.
 *
 * <p>If B writes after A has read and before A writes, A overwrites what B has written without ever
 * having seen it. Find all merges in which that happens, each once.
 *
 * <p>Below, only the two merges are looked at in which one program runs after the other.
 */
final class LosingMerges {
    /**
     * The merges of two programs in which B writes between A's read and A's write.
     *
     * @param a A's program: one R, later one W, and any number of C
     * @param b B's program: any number of r, c and w, or none
     * @return each such merge once, in any order
     */
    static List<String> of(String a, String b) {
        abort("exercise 2.3 is not started: delete this line of LosingMerges.java and run again");
        List<String> merges = List.of(a + b, b + a);
        return merges.stream().filter(LosingMerges::isWriteLost).toList();
    }

    private static boolean isWriteLost(String merge) {
        return false;
    }
}
