// Wrong: nearly right: all of B's steps stay together, somewhere within A's.
// Fails: no_merge_that_loses_a_write_is_missing
// Says: loses a write and is not named

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        List<String> merges = new ArrayList<>();
        for (int i = 0; i <= a.length(); i++) merges.add(a.substring(0, i) + b + a.substring(i));
        return merges.stream().filter(LosingMerges::isWriteLost).toList();
    }

    private static boolean isWriteLost(String merge) {
        return merge.substring(merge.indexOf('R'), merge.indexOf('W')).contains("w");
    }
}
