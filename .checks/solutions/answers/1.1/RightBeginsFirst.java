// Begins an order whenever a machine is free, and only then serves the first to be ready. The
// other order of the same two questions: both are right, since the statement leaves it open. It
// never asks whether an order is ready: when nothing can be begun, it takes the first, and waits
// for it.

package concurrency.sequential.exercise;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

final class CoffeeBar {
    record Order(int grind, int brew, int serve) {}

    record Work(int order, int from, int to) {}

    static List<Work> plan(List<Order> orders, int machines) {
        List<Work> plan = new ArrayList<>();
        List<Integer> waiting = IntStream.range(0, orders.size()).boxed().collect(toList());
        List<Integer> readyFrom = new ArrayList<>(Collections.nCopies(orders.size(), 0));
        List<Integer> brewing = new ArrayList<>();
        for (int now = 0; !waiting.isEmpty() || !brewing.isEmpty(); ) {
            int time = now;
            if (!waiting.isEmpty() && brewing.size() < machines) {
                int i = waiting.removeFirst();
                now += orders.get(i).grind;
                plan.add(new Work(i, time, now));
                readyFrom.set(i, now + orders.get(i).brew);
                brewing.add(i);
                continue;
            }
            Integer first = Collections.min(brewing, comparing(readyFrom::get));
            now = Math.max(now, readyFrom.get(first));
            plan.add(new Work(first, now, now + orders.get(first).serve));
            now += orders.get(first).serve;
            brewing.remove(first);
        }
        return plan;
    }

    static double share(List<Work> plan) {
        int worked = plan.stream().mapToInt(work -> work.to - work.from).sum();
        int end = plan.stream().mapToInt(Work::to).max().orElse(0);
        return (double) worked / end;
    }
}
