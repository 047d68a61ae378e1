package concurrency.sharedmemory;

import org.junit.jupiter.api.Test;

class EmptyTest {
    @Test
    void empty() {}
}
