// Walks through the time, unit by unit, and asks in each: is the barista free, and what can be
// done now? Longer than jumping to the next event (Right), and slower when brewing takes long, but
// each rule of the statement is one line of it: the shape of a simulation with a clock.

package concurrency.sequential.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class CoffeeBar {
    record Order(int grind, int brew, int serve) {}

    record Work(int order, int from, int to) {}

    static List<Work> plan(List<Order> orders, int machines) {
        List<Work> plan = new ArrayList<>();
        Map<Integer, Integer> readyFrom = new LinkedHashMap<>(); // of the orders under way
        int next = 0;
        int freeFrom = 0;
        for (int now = 0; next < orders.size() || !readyFrom.isEmpty(); now++) {
            if (now < freeFrom) continue;
            int ready = firstReady(readyFrom, now);
            if (ready >= 0) {
                freeFrom = now + orders.get(ready).serve;
                plan.add(new Work(ready, now, freeFrom));
                readyFrom.remove(ready);
            } else if (next < orders.size() && readyFrom.size() < machines) {
                freeFrom = now + orders.get(next).grind;
                plan.add(new Work(next, now, freeFrom));
                readyFrom.put(next, freeFrom + orders.get(next).brew);
                next++;
            }
        }
        return plan;
    }

    private static int firstReady(Map<Integer, Integer> readyFrom, int now) {
        for (var order : readyFrom.entrySet()) if (order.getValue() <= now) return order.getKey();
        return -1;
    }

    static double share(List<Work> plan) {
        double worked = 0;
        int end = 0;
        for (Work work : plan) {
            worked += work.to - work.from;
            end = Math.max(end, work.to);
        }
        return worked / end;
    }
}
