// Wrong: each machine has its own time, as if it had its own barista: two orders worked on in one
// point.
// Fails: the_barista_works_on_one_order_at_a_time
// Says: At point 0 the barista works on two orders at once.

package concurrency.sequential.exercise;

import java.util.ArrayList;
import java.util.List;

final class CoffeeBar {
    record Order(int grind, int brew, int serve) {}

    record Work(int order, int from, int to) {}

    static List<Work> plan(List<Order> orders, int machines) {
        List<Work> plan = new ArrayList<>();
        int[] now = new int[machines];
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            int machine = i % machines;
            plan.add(new Work(i, now[machine], now[machine] + order.grind));
            now[machine] += order.grind + order.brew;
            plan.add(new Work(i, now[machine], now[machine] + order.serve));
            now[machine] += order.serve;
        }
        return plan;
    }

    static double share(List<Work> plan) {
        int worked = plan.stream().mapToInt(work -> work.to - work.from).sum();
        int end = plan.stream().mapToInt(Work::to).max().orElse(0);
        return (double) worked / end;
    }
}
