package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void an_unknown_example_is_answered_with_the_list_and_the_command() {
        assertThat(Main.unknown("Await"))
                .contains("'Await'")
                .contains("It has: Generator, StackfulGenerator, Coroutine, HotOrCold, EventLoop")
                .contains("mvn -q compile exec:exec -pl 03-async -Dexample=Generator");
    }
}
