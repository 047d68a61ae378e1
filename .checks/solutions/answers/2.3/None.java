// Wrong: names none.
// Fails: no_merge_that_loses_a_write_is_missing
// Says: RwW loses a write and is not named

package concurrency.threading.exercise;

import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        return List.of();
    }
}
