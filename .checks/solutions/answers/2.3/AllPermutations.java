// Wrong: all orders of all steps: also those that turn a program round.
// Fails: each_merge_keeps_the_order_of_both_programs
// Says: is no merge of the two
// Fails: no_merge_is_named_twice

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        List<String> orders = new ArrayList<>();
        permute("", a + b, orders);
        return orders.stream().filter(order -> order.matches(".*R.*w.*W.*")).toList();
    }

    private static void permute(String begun, String left, List<String> orders) {
        if (left.isEmpty()) orders.add(begun);
        for (int i = 0; i < left.length(); i++)
            permute(begun + left.charAt(i), left.substring(0, i) + left.substring(i + 1), orders);
    }
}
