package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrentModificationTest {
    @Test
    void one_thread_is_enough_for_a_ConcurrentModificationException() {
        List<String> orders = new ArrayList<>(List.of("cold A", "hot B", "hot C"));

        assertThatThrownBy(() -> ConcurrentModification.brokenWhileIterating(orders))
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void removing_the_last_but_one_hides_the_last_and_nothing_is_thrown() {
        List<String> orders = new ArrayList<>(List.of("hot A", "cold B", "cold C"));

        ConcurrentModification.brokenWhileIterating(orders);

        assertThat(orders).containsExactly("hot A", "cold C");
    }

    static List<Named<Consumer<List<String>>>> cures() {
        return List.of(
                Named.of("removeIf", ConcurrentModification::removeIf),
                Named.of("a copy", ConcurrentModification::iterateOverACopy));
    }

    @ParameterizedTest
    @MethodSource("cures")
    void the_cures_remove_every_cold_order(Consumer<List<String>> removal) {
        assertThat(ConcurrentModification.after(removal, "cold A", "hot B", "hot C"))
                .isEqualTo("[hot B, hot C]");
        assertThat(ConcurrentModification.after(removal, "hot A", "cold B", "cold C"))
                .isEqualTo("[hot A]");
        assertThat(ConcurrentModification.after(removal, "cold A", "cold B")).isEqualTo("[]");
    }
}
