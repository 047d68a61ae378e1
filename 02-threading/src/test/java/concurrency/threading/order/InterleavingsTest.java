package concurrency.threading.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterleavingsTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 6", "3, 20", "4, 70"})
    void two_threads_of_n_steps_have_C_of_2n_over_n_orders(int steps, int orders) {
        assertThat(Interleavings.orders(steps)).hasSize(orders).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void each_order_keeps_the_order_inside_both_threads(int steps) {
        assertThat(Interleavings.orders(steps))
                .extracting(Interleavings::steps)
                .allSatisfy(
                        order -> {
                            assertThat(order).containsSubsequence(program("A", steps));
                            assertThat(order).containsSubsequence(program("B", steps));
                            assertThat(order).hasSize(2 * steps);
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void no_other_order_of_the_steps_does(int steps) {
        List<String> a = program("A", steps);
        List<String> b = program("B", steps);
        List<String> all = Stream.concat(a.stream(), b.stream()).toList();

        var both =
                Collections2.permutations(all).stream()
                        .filter(order -> order.stream().filter(a::contains).toList().equals(a))
                        .filter(order -> order.stream().filter(b::contains).toList().equals(b))
                        .toList();

        assertThat(both)
                .containsExactlyInAnyOrderElementsOf(
                        Interleavings.orders(steps).stream().map(Interleavings::steps).toList());
    }

    @Test
    void in_each_column_of_the_drawing_one_thread_makes_a_step() {
        assertThat(Interleavings.line('A', "ABBA")).isEqualTo("-XX-");
        assertThat(Interleavings.line('B', "ABBA")).isEqualTo("X--X");
    }

    private static List<String> program(String thread, int steps) {
        return IntStream.rangeClosed(1, steps).mapToObj(step -> thread + step).toList();
    }
}
