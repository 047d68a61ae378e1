package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.sharedmemory.Main.IllegalRequestException;
import java.lang.reflect.Constructor;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void a_schedule_ends_with_what_is_wrong_or_with_right() throws Exception {
        assertThat(Main.explored("LostUpdate", "", "ABAB")).endsWith("\nan addition is lost");
        assertThat(Main.explored("LostUpdate", "", "AABB")).endsWith("\nright");
    }

    @Test
    void an_unknown_example_gets_the_list_of_examples_and_the_command() {
        rejects(
                () -> Main.chosen("Cashier"),
                "no example 'Cashier'",
                "It has: LastTicket, TwoProcesses",
                "mvn -q compile exec:exec -pl 05-shared-memory -Dexample=LastTicket");
    }

    @Test
    void a_schedule_without_an_example_is_rejected() {
        rejects(() -> Main.explored("", "", "ABBA"), "-Dexample=LostUpdate -Dschedule=ABBA");
    }

    @Test
    void a_schedule_for_an_example_of_another_module_is_rejected() {
        rejects(() -> Main.explored("Interleavings", "", "ABBA"), "no example 'Interleavings'");
    }

    @Test
    void a_schedule_for_an_example_without_variants_is_rejected() {
        rejects(() -> Main.explored("TwoProcesses", "", "ABBA"), "TwoProcesses runs freely");
    }

    @Test
    void an_unknown_variant_gets_the_list_of_variants() {
        rejects(
                () -> Main.explored("LostUpdate", "Fixed", "ABBA"),
                "no variant 'Fixed'",
                "Broken, BrokenThreeThreads");
    }

    @Test
    void an_impossible_schedule_gets_what_is_possible() {
        rejects(() -> Main.explored("LostUpdate", "", "ABB"), "possible: A (write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "x", "(", "a1", "\u2603"})
    void long_input_is_cut(String part) {
        String tooLong = part.repeat(100_000);
        List.<ThrowingCallable>of(
                        () -> Main.chosen(tooLong),
                        () -> Main.explored(tooLong, "", "A"),
                        () -> Main.explored("LostUpdate", tooLong, "A"),
                        () -> Main.explored("LostUpdate", "", tooLong))
                .forEach(
                        call ->
                                assertThatThrownBy(call)
                                        .isInstanceOf(IllegalRequestException.class)
                                        .extracting(e -> e.getMessage().length())
                                        .satisfies(
                                                length ->
                                                        assertThat((int) length).isLessThan(1500)));
    }

    private static void rejects(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalRequestException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void a_schedule_is_for_the_first_variant_unless_another_is_named() throws Exception {
        assertThat(Main.explored("LostUpdate", "", "ABBA")).contains("x = 1");
        assertThat(Main.explored("LostUpdate", "CompareAndSet", "ABBAAA")).contains("x = 2");
    }

    @Test
    void a_variant_without_a_schedule_shows_its_outcomes() throws Exception {
        assertThat(Main.explored("LostUpdate", "Synchronized", ""))
                .contains("Synchronized", "2 of 2", "right");
    }

    @Test
    void the_first_variant_is_broken_and_names_are_single_words() throws Exception {
        for (Class<?> example : Main.TOUR)
            if (Explorable.class.isAssignableFrom(example)) {
                Constructor<?> constructor = example.getDeclaredConstructor();
                List<Variant> variants = ((Explorable) constructor.newInstance()).variants();

                assertThat(variants.getFirst().name()).startsWith("Broken");
                assertThat(variants)
                        .extracting(Variant::name)
                        .doesNotHaveDuplicates()
                        .allMatch(name -> name.matches("\\w+"));
            }
    }
}
