package concurrency.sequential.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;

/**
 * Exercise 1.1: the coffee bar. Difficulty 2.
 *
 * <p>One barista, several coffee machines. An order takes the barista some points of time to grind;
 * then the machine brews alone; then it takes the barista again, to serve. An order has its machine
 * from the first point of grinding to the last point of serving.
 *
 * <p>The barista works on one order at a time and ends what is begun, and waits only when there is
 * nothing to do: no order is ready to be served, and none can be begun for want of an order or of a
 * free machine. Whether to serve or to begin, when both can be done, is yours to choose.
 *
 * <p>Below, each order is served to its end before the next is begun. That is right for one
 * machine. Make it right for any number, and say how much of the time the barista works.
 */
final class CoffeeBar {
    /** What one order takes, in points of time: each at least 1. */
    record Order(int grind, int brew, int serve) {}

    /**
     * The barista works on an order.
     *
     * @param order its index in the list of orders
     * @param from the first point
     * @param to the point after the last
     */
    record Work(int order, int from, int to) {}

    /**
     * What the barista does, from point 0 on: for each order the grinding and the serving.
     *
     * @param machines at least 1
     */
    static List<Work> plan(List<Order> orders, int machines) {
        abort("exercise 1.1 is not started: delete this line of CoffeeBar.java and run again");
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

    /**
     * The share of the time, from point 0 to the end of the plan, at which the barista works: from
     * 0 to 1. A plan for no orders is not asked about.
     */
    static double share(List<Work> plan) {
        return 0;
    }
}
