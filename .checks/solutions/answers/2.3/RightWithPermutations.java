// Guava's ordered permutations of AAABBB give the orders of turns; a merge is read off from one.
// No recursion of one's own, and each order comes once though the letters repeat.

package concurrency.threading.exercise;

import com.google.common.collect.Collections2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        List<Character> turns = new ArrayList<>(Collections.nCopies(a.length(), 'A'));
        turns.addAll(Collections.nCopies(b.length(), 'B'));
        return Collections2.orderedPermutations(turns).stream()
                .map(order -> merge(order, a, b))
                .filter(merge -> merge.matches(".*R.*w.*W.*"))
                .toList();
    }

    private static String merge(List<Character> order, String a, String b) {
        var merge = new StringBuilder();
        int ofA = 0;
        int ofB = 0;
        for (char turn : order) merge.append(turn == 'A' ? a.charAt(ofA++) : b.charAt(ofB++));
        return merge.toString();
    }
}
