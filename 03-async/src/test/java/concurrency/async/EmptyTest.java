package concurrency.async;

import org.junit.jupiter.api.Test;

class EmptyTest {
    @Test
    void empty() {}
}
