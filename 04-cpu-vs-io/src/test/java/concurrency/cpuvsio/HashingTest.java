package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashingTest {
    @Test
    void the_hashes_are_those_that_the_authors_publish() {
        assertThat(Hashing.hash('a', 1)).as("a").isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(Hashing.hash('a', 3)).as("abc").isEqualTo(0xe71fa2190541574bL);
    }

    @Test
    void the_bytes_wrap_after_255() {
        assertThat(Hashing.hash(1, 300)).isEqualTo(Hashing.hash(257, 300));
        assertThat(Hashing.hash(1, 1)).isNotEqualTo(Hashing.hash(129, 1));
    }
}
