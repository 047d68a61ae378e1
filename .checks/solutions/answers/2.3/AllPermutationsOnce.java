// Wrong: nearly right: all orders of all steps, each once.
// Fails: each_merge_keeps_the_order_of_both_programs
// Says: is no merge of the two

package concurrency.threading.exercise;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Collections2;
import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        List<Character> steps = (a + b).chars().mapToObj(step -> (char) step).toList();
        return Collections2.orderedPermutations(steps).stream()
                .map(order -> order.stream().map(String::valueOf).collect(joining()))
                .filter(order -> order.matches(".*R.*w.*W.*"))
                .toList();
    }
}
