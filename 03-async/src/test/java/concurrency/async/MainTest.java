package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void an_unknown_example_gets_the_list_of_examples_and_the_command() {
        assertThat(Main.refusal("Await", ""))
                .contains("'Await'")
                .contains("It has: Generator, StackfulGenerator, Coroutine, HotOrCold, EventLoop")
                .contains("mvn -q compile exec:exec -pl 03-async -Dexample=Generator");
    }

    @Test
    void a_schedule_or_variant_gets_the_module_that_takes_it() {
        assertThat(Main.refusal("", "ABBA")).contains("-pl 05-shared-memory");
    }
}
