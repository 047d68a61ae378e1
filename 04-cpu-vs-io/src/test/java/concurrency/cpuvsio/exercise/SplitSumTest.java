package concurrency.cpuvsio.exercise;

import concurrency.kit.Specification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The row remembers what it was asked for, and holds whoever adds up until all do. */
@DisplayName("exercise 4.2: split a sum")
@Specification
class SplitSumTest {
    private static final int[] LENGTHS = {1, 2, 5, 7, 8, 20};
    private static final int[] WORKERS = {1, 2, 3, 6};

    @Test
    @Order(1)
    void each_number_is_in_exactly_one_part() throws Exception {
        for (int length : LENGTHS)
            for (int workers : WORKERS) {
                var row = new HeldRow(length, workers).run();
                for (int place = 0; place < length; place++)
                    if (row.partsWith(place) != 1)
                        row.fails(
                                "The number at %s is in %s parts."
                                        .formatted(place, row.partsWith(place)),
                                "what becomes of the rest when the length cannot be divided"
                                        + " evenly?");
            }
    }

    @Test
    @Order(2)
    void no_part_is_longer_than_another_by_more_than_one() throws Exception {
        for (int length : LENGTHS)
            for (int workers : WORKERS) {
                var row = new HeldRow(length, workers).run();
                int parts = Math.min(length, workers);
                if (row.parts() != parts)
                    row.fails(
                            "There should be %s parts, and there are %s."
                                    .formatted(parts, row.parts()),
                            "one for each worker, and none without a number.");
                if (row.longest() - row.shortest() > 1)
                    row.fails(
                            "The longest part has %s numbers, the shortest %s."
                                    .formatted(row.longest(), row.shortest()),
                            "all wait for the worker with the longest. Who gets the numbers left"
                                    + " over?");
            }
    }

    @Test
    @Order(3)
    void all_parts_are_in_flight_at_once() throws Exception {
        for (int workers : new int[] {2, 3, 40}) {
            var row = new HeldRow(200, workers).hold();
            if (row.inFlight() < workers)
                row.fails(
                        "Of %s parts %s are in flight, and no other begins."
                                .formatted(workers, row.inFlight()),
                        "what has to happen before the next part can begin? Nothing should.");
        }
    }

    @Test
    @Order(4)
    void the_result_is_the_sum_of_all_parts() throws Exception {
        for (int workers : WORKERS) {
            var row = new HeldRow(20, workers).hold();
            if (row.result() != row.right())
                row.fails(
                        "The sum is %s; you say %s.".formatted(row.right(), row.result()),
                        "who writes to the sum, and what has it read before? How big may it get?");
        }
    }
}
