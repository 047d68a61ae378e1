// Wrong: nearly right: looks at B's last write only, when an earlier one may be the one that is
// lost.
// Fails: no_merge_that_loses_a_write_is_missing
// Says: RwWw loses a write and is not named

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
        int write = merge.lastIndexOf('w');
        return merge.indexOf('R') < write && write < merge.indexOf('W');
    }
}
