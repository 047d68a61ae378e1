package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void an_unknown_example_is_answered_with_those_there_are_and_the_command() {
        assertThat(Main.unknown("Cashier"))
                .contains("'Cashier'")
                .contains("It has: WhatBoundsIt, IoBound, CpuBound, FourWays, PoolSize, ")
                .contains("mvn -q compile exec:exec -pl 04-cpu-vs-io -Dexample=WhatBoundsIt");
    }
}
