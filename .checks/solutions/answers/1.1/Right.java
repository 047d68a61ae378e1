// The barista decides again and again: serve what is ready, else begin the next order, else let
// the time jump to the first order that will be ready. A map from each order under way to the time
// at which it is ready is all that has to be remembered.

package concurrency.sequential.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class CoffeeBar {
    record Order(int grind, int brew, int serve) {}

    record Work(int order, int from, int to) {}

    static List<Work> plan(List<Order> orders, int machines) {
        List<Work> plan = new ArrayList<>();
        Map<Integer, Integer> readyFrom = new TreeMap<>(); // of the orders that are under way
        int now = 0;
        int next = 0;
        while (next < orders.size() || !readyFrom.isEmpty()) {
            int time = now;
            Optional<Integer> ready =
                    readyFrom.keySet().stream().filter(i -> readyFrom.get(i) <= time).findFirst();
            if (ready.isPresent()) {
                int i = ready.get();
                plan.add(new Work(i, now, now + orders.get(i).serve));
                now += orders.get(i).serve;
                readyFrom.remove(i);
            } else if (next < orders.size() && readyFrom.size() < machines) {
                plan.add(new Work(next, now, now + orders.get(next).grind));
                now += orders.get(next).grind;
                readyFrom.put(next, now + orders.get(next).brew);
                next++;
            } else {
                now = Collections.min(readyFrom.values());
            }
        }
        return plan;
    }

    static double share(List<Work> plan) {
        int worked = plan.stream().mapToInt(work -> work.to - work.from).sum();
        int end = plan.stream().mapToInt(Work::to).max().orElse(0);
        return (double) worked / end;
    }
}
