package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HashingTest {
    @Test
    void a_byte_is_hashed_as_the_authors_of_the_function_publish_it() {
        assertThat(Hashing.hash('a', 1)).isEqualTo(0xaf63dc4c8601ec8cL);
    }

    @Test
    void the_bytes_count_up_from_the_first_and_wrap() {
        assertThat(Hashing.hash('a', 3)).as("abc").isEqualTo(0xe71fa2190541574bL);
        assertThat(Hashing.hash(1, 300)).isEqualTo(Hashing.hash(257, 300));
        assertThat(Hashing.hash(1, 1)).isNotEqualTo(Hashing.hash(129, 1));
    }

    @Test
    void no_bytes_are_refused() {
        assertThatThrownBy(() -> Hashing.hash(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bytes must be at least 1, not 0");
    }
}
