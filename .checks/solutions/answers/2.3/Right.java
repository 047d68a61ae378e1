// Recursion by the first step: it is A's or B's, and what is left is two shorter programs. Three
// lines that follow the definition of a merge. All merges are made first, and then those are kept
// that lose a write.

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        List<String> merges = new ArrayList<>();
        merge("", a, b, merges);
        return merges.stream().filter(LosingMerges::isWriteLost).toList();
    }

    private static void merge(String begun, String a, String b, List<String> merges) {
        if (a.isEmpty() && b.isEmpty()) merges.add(begun);
        if (!a.isEmpty()) merge(begun + a.charAt(0), a.substring(1), b, merges);
        if (!b.isEmpty()) merge(begun + b.charAt(0), a, b.substring(1), merges);
    }

    private static boolean isWriteLost(String merge) {
        return merge.substring(merge.indexOf('R'), merge.indexOf('W')).contains("w");
    }
}
