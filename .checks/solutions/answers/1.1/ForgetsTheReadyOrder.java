// Wrong: the order of a machine is overwritten when the next is begun.
// Fails: each_order_is_ground_and_later_served
// Says: Hint: order 1 comes at point 2: where is it kept that order 0 is not served yet?

package concurrency.sequential.exercise;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class CoffeeBar {
    record Order(int grind, int brew, int serve) {}

    record Work(int order, int from, int to) {}

    static List<Work> plan(List<Order> orders, int machines) {
        List<Work> plan = new ArrayList<>();
        int[] readyFrom = new int[orders.size()];
        Map<Integer, Integer> orderAt = new TreeMap<>(); // by machine
        int now = 0;
        for (int i = 0; i < orders.size(); i++) {
            plan.add(new Work(i, now, now + orders.get(i).grind));
            now += orders.get(i).grind;
            readyFrom[i] = now + orders.get(i).brew;
            orderAt.put(i % machines, i);
        }
        for (int i : orderAt.values().stream().sorted(comparing(i -> readyFrom[i])).toList()) {
            now = Math.max(now, readyFrom[i]);
            plan.add(new Work(i, now, now + orders.get(i).serve));
            now += orders.get(i).serve;
        }
        return plan;
    }

    static double share(List<Work> plan) {
        int worked = plan.stream().mapToInt(work -> work.to - work.from).sum();
        int end = plan.stream().mapToInt(Work::to).max().orElse(0);
        return (double) worked / end;
    }
}
