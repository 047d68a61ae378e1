// Wrong: each order is served to its end before the next: the same for any number of machines.
// Fails: the_barista_waits_only_when_there_is_nothing_to_do
// Says: At point 2 the barista waits, but could begin order 1.

package concurrency.sequential.exercise;

import java.util.ArrayList;
import java.util.List;

final class CoffeeBar {
    record Order(int grind, int brew, int serve) {}

    record Work(int order, int from, int to) {}

    static List<Work> plan(List<Order> orders, int machines) {
        List<Work> plan = new ArrayList<>();
        int now = 0;
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            plan.add(new Work(i, now, now + order.grind));
            now += order.grind + order.brew;
            plan.add(new Work(i, now, now + order.serve));
            now += order.serve;
        }
        return plan;
    }

    static double share(List<Work> plan) {
        int worked = plan.stream().mapToInt(work -> work.to - work.from).sum();
        int end = plan.stream().mapToInt(Work::to).max().orElse(0);
        return (double) worked / end;
    }
}
