// Wrong: nearly right: forgets that A has to have read before.
// Fails: in_each_merge_b_writes_between_a_s_read_and_a_s_write
// Says: loses no write

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
        return merge.lastIndexOf('w') >= 0 && merge.indexOf('w') < merge.indexOf('W');
    }
}
