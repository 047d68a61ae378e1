// Wrong: an empty plan, and a share of its own invention.
// Fails: each_order_is_ground_and_later_served
// Says: Order 0 is to be ground and served once; the plan has for it: nothing
// Fails: the_share_counts_the_points_of_work_and_not_those_of_waiting

package concurrency.sequential.exercise;

import java.util.List;

final class CoffeeBar {
    record Order(int grind, int brew, int serve) {}

    record Work(int order, int from, int to) {}

    static List<Work> plan(List<Order> orders, int machines) {
        return List.of();
    }

    static double share(List<Work> plan) {
        return 0.375;
    }
}
