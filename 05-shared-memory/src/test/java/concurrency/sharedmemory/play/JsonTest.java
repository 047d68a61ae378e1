package concurrency.sharedmemory.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Seat(int number, Optional<String> holder) {}

    @Test
    void records_are_objects_and_an_empty_optional_is_null() {
        assertThat(Json.of(List.of(new Seat(1, Optional.of("Ann")), new Seat(2, Optional.empty()))))
                .isEqualTo("[{\"number\":1,\"holder\":\"Ann\"},{\"number\":2,\"holder\":null}]");
    }

    @Test
    void what_is_empty_has_its_brackets() {
        assertThat(Json.of(List.of(List.of(), Map.of(), true))).isEqualTo("[[],{},true]");
    }

    @Test
    void quotes_backslashes_and_control_characters_are_escaped() {
        assertThat(Json.of("say \"\\\"\n\t\u0001 \u2603"))
                .isEqualTo("\"say \\\"\\\\\\\"\\n\\u0009\\u0001 \u2603\"");
    }
}
