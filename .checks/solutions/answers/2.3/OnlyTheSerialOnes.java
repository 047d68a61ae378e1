// Wrong: looks at the two merges only in which one program runs after the other.
// Fails: no_merge_that_loses_a_write_is_missing
// Says: Programs RW and w: RwW loses a write and is not named.

package concurrency.threading.exercise;

import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        List<String> merges = List.of(a + b, b + a);
        return merges.stream().filter(LosingMerges::isWriteLost).toList();
    }

    private static boolean isWriteLost(String merge) {
        return merge.substring(merge.indexOf('R'), merge.indexOf('W')).contains("w");
    }
}
