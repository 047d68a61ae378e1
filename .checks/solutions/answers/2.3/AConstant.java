// Wrong: the two of the best-known case, whatever the programs.
// Fails: each_merge_keeps_the_order_of_both_programs
// Says: is no merge of the two
// Fails: no_merge_that_loses_a_write_is_missing

package concurrency.threading.exercise;

import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        return List.of("RrwW", "rRwW");
    }
}
