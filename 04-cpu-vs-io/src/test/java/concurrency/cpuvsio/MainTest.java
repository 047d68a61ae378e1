package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void an_unknown_example_gets_the_list_of_examples_and_the_command() {
        assertThat(Main.refusal("Cashier", ""))
                .contains("'Cashier'")
                .contains("It has: WhatBoundsIt, IoBound, CpuBound, FourWays, PoolSize, ")
                .contains("mvn -q compile exec:exec -pl 04-cpu-vs-io -Dexample=WhatBoundsIt");
    }

    @Test
    void a_schedule_or_variant_gets_the_module_that_takes_it() {
        assertThat(Main.refusal("", "ABBA")).contains("-pl 05-shared-memory");
    }
}
