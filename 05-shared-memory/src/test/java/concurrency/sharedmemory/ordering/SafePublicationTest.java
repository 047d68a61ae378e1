package concurrency.sharedmemory.ordering;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.ordering.SafePublication.registered;
import static concurrency.sharedmemory.ordering.SafePublication.registeredPlainly;
import static concurrency.sharedmemory.ordering.SafePublication.registersItself;

import org.junit.jupiter.api.Test;

class SafePublicationTest {
    @Test
    void an_escaped_this_shows_a_final_field_that_is_not_set() {
        assertThatScenario(() -> registersItself(SafePublication.BrokenEscape::new))
                .leadsTo("none found", 1)
                .leadsTo("port 8080", 2)
                .leadsTo("port 0", 1)
                .andToNothingElse();
    }

    @Test
    void a_field_set_before_super_is_seen_although_this_escapes() {
        assertThatScenario(() -> strictly(registersItself(SafePublication.SetBeforeSuper::new)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("none found", "port 8080");
    }

    @Test
    void a_plain_reference_can_arrive_before_a_plain_field() {
        assertThatScenario(() -> registeredPlainly(SafePublication.PlainField::new))
                .goesWrongWith("port 0")
                .leadsOnlyTo("none found", "port 8080", "port 0");
    }

    @Test
    void a_volatile_reference_brings_a_plain_field_along() {
        assertThatScenario(() -> strictly(registered(SafePublication.PlainField::new)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("none found", "port 8080");
    }

    /** There is a data race on the reference, and final fields are made for that. */
    @Test
    void a_final_field_is_seen_behind_a_plain_reference() {
        assertThatScenario(() -> registeredPlainly(SafePublication.FinalField::new))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("none found", "port 8080");
    }
}
