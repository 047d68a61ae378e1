package concurrency.sequential.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;

/**
 * Exercise 1.1: the coffee bar. Difficulty 2.
 *
 * <p>One barista, several coffee machines. For an order the barista first grinds; then the machine
 * brews alone; then the barista serves. An order keeps its machine from the first time unit of
 * grinding to the last of serving.
 *
 * <p>The barista does one thing at a time, never breaks off a grinding or a serving, and waits only
 * when there is nothing to do: no order is ready to be served, and none can be begun, because none
 * is left or no machine is free. Which order to begin, and whether to serve or to begin when both
 * can be done, is up to you.
 *
 * <p>Below, each order is served before the next is begun. That is right for one machine. Make it
 * right for any number, and say how much of the time the barista works.
 */
final class CoffeeBar {
    /** What one order takes, in time units: each at least 1. */
    record Order(int grind, int brew, int serve) {}

    /**
     * The barista works on an order.
     *
     * @param order its index in the list of orders
     * @param from the first time unit
     * @param to the time unit after the last
     */
    record Work(int order, int from, int to) {}

    /**
     * What the barista does, from time 0 on: for each order the grinding and the serving.
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
     * The share of the time, from 0 to the end of the plan, in which the barista works: from 0 to
     * 1. Nobody asks about a plan for no orders.
     */
    static double share(List<Work> plan) {
        return 0;
    }
}
