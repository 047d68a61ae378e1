package concurrency.sequential.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import concurrency.sequential.exercise.CoffeeBar.Work;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tried with every bar of up to three orders, of four kinds, and up to three machines. */
@DisplayName("exercise 1.1: the coffee bar")
@Specification
class CoffeeBarTest {
    @Test
    @Order(1)
    void each_order_is_ground_and_later_served() {
        for (Bar bar : bars()) {
            for (int i = 0; i < bar.orders.size(); i++) {
                CoffeeBar.Order order = bar.orders.get(i);
                List<Work> works = bar.worksOn(i);
                boolean right =
                        works.size() == 2
                                && works.getFirst().from() >= 0
                                && length(works.getFirst()) == order.grind()
                                && length(works.getLast()) == order.serve();
                if (!right)
                    bar.fails(
                            "Order %s is to be ground and served once; the plan has for it: %s"
                                    .formatted(i, works.isEmpty() ? "nothing" : works),
                            bar.whatIsAmiss(i));
            }
        }
    }

    @Test
    @Order(2)
    void the_barista_works_on_one_order_at_a_time() {
        for (Bar bar : bars())
            for (int point = 0; point < bar.end(); point++)
                if (bar.worksAt(point) > 1)
                    bar.fails(
                            "At time " + point + " the barista works on two orders at once.",
                            "there is one barista: what she does next starts when this has ended.");
    }

    @Test
    @Order(3)
    void an_order_is_served_when_it_has_brewed() {
        for (Bar bar : bars())
            for (int i = 0; i < bar.orders.size(); i++)
                if (bar.isServed(i) && bar.worksOn(i).getLast().from() < bar.readyFrom(i))
                    bar.fails(
                            "Order %s is served before it is ready.".formatted(i),
                            "it is ready when it has been ground and has then brewed for its"
                                    + " time.");
    }

    @Test
    @Order(4)
    void there_are_never_more_orders_under_way_than_machines() {
        for (Bar bar : bars())
            for (int point = 0; point < bar.end(); point++)
                if (bar.underWayAt(point) > bar.machines)
                    bar.fails(
                            "At time %s there are %s orders under way."
                                    .formatted(point, bar.underWayAt(point)),
                            "an order keeps its machine from its first time unit to its last.");
    }

    @Test
    @Order(5)
    void the_barista_waits_only_when_there_is_nothing_to_do() {
        for (Bar bar : bars())
            for (int point = 0; point < bar.end(); point++) {
                if (bar.worksAt(point) > 0) continue;
                for (int i = 0; i < bar.orders.size(); i++)
                    if (bar.canBeServed(i, point) || bar.canBeBegun(i, point))
                        bar.fails(
                                "At time %s the barista waits, but could %s order %s."
                                        .formatted(
                                                point,
                                                bar.canBeServed(i, point) ? "serve" : "begin",
                                                i),
                                bar.canBeServed(i, point)
                                        ? "when an order is ready, who looks at it next, and when?"
                                        : "while an order brews, the barista need not stand"
                                                + " there.");
            }
    }

    @Test
    @Order(6)
    void the_share_counts_work_and_not_waiting() {
        for (Bar bar : bars()) {
            int worked = bar.plan.stream().mapToInt(CoffeeBarTest::length).sum();
            double share = CoffeeBar.share(bar.plan);
            if (!(Math.abs(share - (double) worked / bar.end()) < 1e-9))
                bar.fails(
                        "The barista works in %s of %s time units; the share is said to be %s."
                                .formatted(worked, bar.end(), share),
                        "in which of them does the barista work?");
        }
    }

    /** What the answer plans for a bar. */
    private record Bar(int machines, List<CoffeeBar.Order> orders, List<Work> plan) {
        List<Work> worksOn(int order) {
            return plan.stream()
                    .filter(work -> work.order() == order)
                    .sorted(Comparator.comparingInt(Work::from))
                    .toList();
        }

        int end() {
            return plan.stream().mapToInt(Work::to).max().orElse(0);
        }

        long worksAt(int point) {
            return plan.stream().filter(w -> w.from() <= point && point < w.to()).count();
        }

        boolean isServed(int order) {
            return worksOn(order).size() > 1;
        }

        int readyFrom(int order) {
            return worksOn(order).getFirst().to() + orders.get(order).brew();
        }

        boolean isUnderWay(int order, int point) {
            List<Work> works = worksOn(order);
            return !works.isEmpty()
                    && works.getFirst().from() <= point
                    && point < works.getLast().to();
        }

        /** Whether it has been ground, and is never served. */
        boolean isLeft(int order, int point) {
            return worksOn(order).size() == 1 && worksOn(order).getFirst().to() <= point;
        }

        long underWayAt(int point) {
            return IntStream.range(0, orders.size()).filter(i -> isUnderWay(i, point)).count();
        }

        boolean canBeServed(int order, int point) {
            return isServed(order) // if not, another test tells
                    && readyFrom(order) <= point
                    && point < worksOn(order).getLast().from();
        }

        boolean canBeBegun(int order, int point) {
            return isServed(order)
                    && point < worksOn(order).getFirst().from()
                    && underWayAt(point) < machines;
        }

        /** The hint for an order that is not ground and served once. */
        String whatIsAmiss(int order) {
            List<Work> works = worksOn(order);
            if (works.size() != 1)
                return "each order needs two pieces of work, of its own lengths: grind and serve.";
            return plan.stream()
                    .filter(next -> next.from() >= works.getFirst().to())
                    .min(Comparator.comparingInt(Work::from))
                    .map(
                            next ->
                                    ("order %s comes at time %s: what records that"
                                                    + " order %s is not served yet?")
                                            .formatted(next.order(), next.from(), order))
                    .orElse("nothing comes after it: who sees that it is not served yet?");
        }

        void fails(String violated, String hint) {
            String rows =
                    IntStream.range(0, orders.size())
                            .mapToObj(i -> row(i) + "   order " + i + ": " + orders.get(i) + "\n")
                            .collect(Collectors.joining());
            String drawing = rows + "0....5....".repeat(end() / 10 + 1).substring(0, end());
            fail(
                    ("%s%nYour plan, machines: %s (- work, X brewing, . ready, not served yet):"
                                    + "%n%n%s%n%nHint: %s")
                            .formatted(violated, machines, drawing, hint));
        }

        private String row(int order) {
            var row = new StringBuilder();
            for (int point = 0; point < end(); point++) {
                int p = point;
                if (worksOn(order).stream().anyMatch(w -> w.from() <= p && p < w.to()))
                    row.append('-');
                else if (isUnderWay(order, point) || isLeft(order, point))
                    row.append(point < readyFrom(order) ? 'X' : '.');
                else row.append(' ');
            }
            return row.toString();
        }
    }

    private static int length(Work work) {
        return work.to() - work.from();
    }

    private static List<Bar> bars() {
        List<CoffeeBar.Order> kinds =
                List.of(
                        new CoffeeBar.Order(2, 5, 1),
                        new CoffeeBar.Order(1, 2, 2),
                        new CoffeeBar.Order(3, 1, 1),
                        new CoffeeBar.Order(1, 9, 1));
        List<List<CoffeeBar.Order>> lists = new ArrayList<>(List.of(List.of()));
        for (int from = 0; lists.getLast().size() < 3; from++)
            for (CoffeeBar.Order last : kinds) {
                List<CoffeeBar.Order> longer = new ArrayList<>(lists.get(from));
                longer.add(last);
                lists.add(longer);
            }
        List<Bar> bars = new ArrayList<>();
        for (List<CoffeeBar.Order> orders : lists.subList(1, lists.size()))
            for (int machines = 1; machines <= 3; machines++)
                bars.add(new Bar(machines, orders, CoffeeBar.plan(new Asked(orders), machines)));
        return bars;
    }

    /** The orders, for as long as a plan can need: an endless loop would fill the memory, too. */
    private static final class Asked extends AbstractList<CoffeeBar.Order> {
        private final List<CoffeeBar.Order> orders;
        private int times;

        Asked(List<CoffeeBar.Order> orders) {
            this.orders = orders;
        }

        @Override
        public CoffeeBar.Order get(int index) {
            countTimes();
            return orders.get(index);
        }

        @Override
        public int size() {
            countTimes();
            return orders.size();
        }

        private void countTimes() {
            if (++times > 100_000)
                fail(
                        "plan(...) does not end: it has looked at the orders 100 000 times.%n%nHint: %s"
                                .formatted("what is different after each round of the loop?"));
        }
    }
}
