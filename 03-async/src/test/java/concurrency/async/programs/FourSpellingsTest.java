package concurrency.async.programs;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FourSpellingsTest {
    @Test
    void the_four_leave_the_same_trace() throws Exception {
        assertSameTrace("generator", FourSpellings::generator);
        assertSameTrace("callback", FourSpellings::callback);
        assertSameTrace("future", FourSpellings::future);
        assertSameTrace("virtual thread", FourSpellings::virtualThread);
    }

    private static void assertSameTrace(String how, Consumer<FourSpellings> customer)
            throws Exception {
        assertThat(Patience.call(how, () -> FourSpellings.trace(customer)))
                .as(how)
                .containsExactly("asks bread", "is told 2", "asks milk", "is told 3", "pays 5");
    }
}
