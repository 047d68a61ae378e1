package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How a setup gets into the world where every step is seen. */
class CarriedTest {
    interface Counter {
        void add();

        int sum();
    }

    static class Broken implements Counter {
        private int sum;

        @Override
        public void add() {
            sum++;
        }

        @Override
        public int sum() {
            return sum;
        }
    }

    private static final Map<String, Long> LOST = Map.of("1", 4L, "2", 2L);

    private static Scenario twice(Counter counter) {
        return Scenario.of(counter::add, counter::add).outcome(counter::sum);
    }

    private static Scenario broken() {
        return twice(new Broken());
    }

    @Test
    void a_method_reference() {
        assertThat(Explorer.outcomes(CarriedTest::broken).counts()).isEqualTo(LOST);
    }

    @Test
    void a_lambda_that_captures_a_number_a_string_and_an_enum() {
        int times = 2;
        String word = "sum ";
        var kind = Thread.State.NEW;
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var counter = new Broken();
                            List<Body> bodies = new ArrayList<>();
                            for (int i = 0; i < times; i++) bodies.add(counter::add);
                            return Scenario.of(bodies).outcome(() -> word + counter.sum() + kind);
                        });
        assertThat(outcomes.counts()).isEqualTo(Map.of("sum 1NEW", 4L, "sum 2NEW", 2L));
    }

    interface Maker extends Supplier<Counter>, Serializable {}

    @Test
    void a_lambda_that_captures_a_serializable_lambda() {
        Maker maker = Broken::new;
        assertThat(Explorer.outcomes(() -> twice(maker.get())).counts()).isEqualTo(LOST);
    }

    @Test
    void what_is_captured_is_as_good_as_new_in_every_run() {
        int[] sum = {0};
        List<Integer> list = new ArrayList<>(List.of(0));
        var outcomes =
                Explorer.outcomes(
                        () ->
                                Scenario.of(() -> list.set(0, ++sum[0]), () -> sum[0]++)
                                        .outcome(() -> sum[0]));
        assertThat(outcomes.counts()).containsOnlyKeys("1", "2");
        assertThat(sum[0]).isZero();
    }

    static class Till implements Counter, Serializable {
        private static final long serialVersionUID = 1;
        private int sum;

        @Override
        public void add() {
            sum++;
        }

        @Override
        public int sum() {
            return sum;
        }
    }

    @Test
    void a_captured_object_of_the_program() {
        var till = new Till();
        assertThat(Explorer.outcomes(() -> twice(till)).counts()).isEqualTo(LOST);
    }

    private static final class Named implements Setup {
        private static final long serialVersionUID = 1;

        @Override
        public Scenario get() {
            return broken();
        }
    }

    @Test
    void a_setup_that_is_a_class_of_its_own() {
        assertThat(Explorer.outcomes(new Named()).counts()).isEqualTo(LOST);
    }

    private Scenario ofThis() {
        return broken();
    }

    @Test
    void what_is_not_serializable_is_reported_with_what_to_do() {
        var counter = new Broken();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Explorer.outcomes(() -> twice(counter)))
                .withMessageStartingWith(
                        "the setup captures a concurrency.sharedmemory.explorer.CarriedTest$Broken,"
                                + " which is not Serializable: make it inside the setup");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Explorer.check(this::ofThis))
                .withMessageContaining("CarriedTest, which is not Serializable")
                .withMessageContaining("a static method has none");
    }
}
