package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FourSpellingsTest {
    static Stream<Named<Consumer<Shop>>> spellings() {
        return Stream.of(
                Named.of("generator", shop -> new FourSpellings.ByGenerator().buy(shop)),
                Named.of("callback", FourSpellings::byCallback),
                Named.of("future", FourSpellings::byFuture),
                Named.of("virtual thread", FourSpellings::byVirtualThread));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void every_spelling_has_the_same_trace(Consumer<Shop> customer) throws Exception {
        assertThat(Patience.call(() -> Shop.serve(customer)))
                .containsExactly(
                        "asks bread", "waits", "gets 2", "asks milk", "waits", "gets 3", "pays 5");
    }
}
