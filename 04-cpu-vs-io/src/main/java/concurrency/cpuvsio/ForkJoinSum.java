package concurrency.cpuvsio;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * Split, solve, combine: one large computation on many cores, right only for the right operator.
 *
 * <p>Predict: the numbers 1 to 8 are split into halves, these into halves, and so on; then they are
 * added up. Does the result depend on how small the parts are? And if they are subtracted?
 *
 * <p>Why: splitting places brackets, and to an associative operator it makes no difference where:
 * (1 + 2) + (3 + 4) is 1 + 2 + 3 + 4, but (1 - 2) - (3 - 4) is not 1 - 2 - 3 - 4. A parallel stream
 * splits in the same way and trusts that {@code reduce} is given such an operator; with any other
 * the result depends on the machine.
 *
 * <p>Cost: a parallel stream is not free. It splits, hands over and combines, which pays only for
 * much work on much data. And it runs on the caller and the common pool, of which the program has
 * one: a task that waits in there takes a thread from all other parallel streams.
 *
 * <p>Next: LastTicket in 05-shared-memory
 */
final class ForkJoinSum {
    @SuppressWarnings("serial") // only because every ForkJoinTask is Serializable
    static final class Combine extends RecursiveTask<Integer> {
        private final int[] numbers;
        private final int threshold;
        private final IntBinaryOperator operator;

        /** Parts of at most {@code threshold} numbers are not split. */
        Combine(int[] numbers, int threshold, IntBinaryOperator operator) {
            this.numbers = numbers;
            this.threshold = threshold;
            this.operator = operator;
        }

        @Override
        protected Integer compute() {
            if (numbers.length <= threshold)
                return Arrays.stream(numbers).reduce(operator).orElseThrow(); // solve
            int middle = numbers.length / 2;
            Combine left = part(0, middle); // split
            Combine right = part(middle, numbers.length);
            left.fork(); // another worker may take it
            int result = right.compute(); // this worker goes on with the other half
            return operator.applyAsInt(left.join(), result); // combine
        }

        private Combine part(int from, int to) {
            return new Combine(Arrays.copyOfRange(numbers, from, to), threshold, operator);
        }
    }

    static final int[] NUMBERS = IntStream.rangeClosed(1, 8).toArray();

    static int combine(int threshold, IntBinaryOperator operator) {
        try (var pool = new ForkJoinPool(2)) {
            return pool.invoke(new Combine(NUMBERS, threshold, operator));
        }
    }

    /** Where a parallel stream works on its elements, and on how many of them. */
    static Map<String, Long> placesOfAParallelStream(int elements) {
        return IntStream.range(0, elements)
                .parallel()
                .mapToObj(_ -> place())
                .collect(groupingBy(place -> place, counting()));
    }

    private static String place() {
        ForkJoinPool pool = ForkJoinTask.getPool();
        if (pool == null) return "the caller";
        return pool.equals(ForkJoinPool.commonPool()) ? "the common pool" : "another pool";
    }

    void main() {
        IO.println("1 to 8, in parts of at most this many numbers:\n");
        IO.println("parts of   a + b   a - b");
        for (int threshold : new int[] {8, 4, 2, 1}) {
            int sum = combine(threshold, (a, b) -> a + b);
            int difference = combine(threshold, (a, b) -> a - b);
            IO.println("%8s%8s%8s".formatted(threshold, sum, difference));
        }
        Map<String, Long> places = placesOfAParallelStream(1000);
        IO.println("\nA parallel stream of 1000 elements works on them in\n");
        for (String place : List.of("the caller", "the common pool"))
            IO.println("this run: %-15s%6s".formatted(place, places.getOrDefault(place, 0L)));
    }
}
