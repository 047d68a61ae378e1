package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.PlateStack.Link;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AbaProblemTest {
    @Test
    void plate_2_is_in_two_places_after_21_of_3021_schedules() {
        var outcomes = Explorer.outcomes(new AbaProblem()::broken);

        assertThat(outcomes.schedules()).isEqualTo(3021);
        assertThat(outcomes.counts()).containsEntry("A has [1], B has [2], left [2]", 21L);
    }

    @Test
    void a_stamp_or_a_new_link_for_each_push_keeps_each_plate_in_one_place() {
        assertThat(Explorer.check(AbaProblem::stamped).failure()).isEmpty();
        assertThat(Explorer.check(AbaProblem::newLinks).failure()).isEmpty();
    }

    @Test
    void plates_that_two_put_down_at_once_are_both_on_the_stack() {
        assertThat(Explorer.check(() -> bothPutDown(AbaProblem::linkAlone)).failure()).isEmpty();
        assertThat(Explorer.check(() -> bothPutDown(AbaProblem::linkAndStamp)).failure()).isEmpty();
    }

    private static Scenario bothPutDown(Function<Link, PlateStack<?>> stackOf) {
        PlateStack<?> stack = stackOf.apply(null);
        var one = new Link("1", null);
        var two = new Link("2", null);
        return Scenario.of(() -> stack.push(one), () -> stack.push(two))
                .outcome(() -> "left " + stack.left())
                .check(() -> stack.left().size() == 2, "a plate is lost");
    }

    @Test
    void the_schedule_that_fools_the_swap_fails_at_the_stamp_and_costs_a_retry() {
        String fooling = "AABBBBBBBBBA";

        assertThat(Explorer.replay(new AbaProblem()::broken, fooling).toString())
                .contains("cas    top 1->2")
                .endsWith("plate 2 is in two places");
        assertThat(Explorer.replay(AbaProblem::stamped, fooling + "AAA").toString())
                .contains("cas    top 1#0->2#1 no")
                .contains("cas    top 1#3->null#4");
    }

    @Test
    void the_stamped_reference_of_the_JDK_sees_what_a_plain_one_does_not() throws Exception {
        var plain = new AtomicReference<>("A");
        var stamped = new AtomicStampedReference<>("A", 0);
        int[] stamp = new int[1];
        String seen = plain.get();
        String seenStamped = stamped.get(stamp);
        Runnable thereAndBack =
                () -> {
                    plain.set("B");
                    plain.set("A");
                    stamped.set("B", 1);
                    stamped.set("A", 2);
                };
        Patience.runAll("A to B and back", List.of(thereAndBack));

        assertThat(plain.compareAndSet(seen, "C")).isTrue();
        assertThat(stamped.compareAndSet(seenStamped, "C", stamp[0], stamp[0] + 1)).isFalse();
    }

    @Test
    void outside_the_explorer_too_the_cures_keep_each_plate_in_one_place() throws Exception {
        PlateStack<?> stamped = AbaProblem.linkAndStamp(three());
        PlateStack<?> newLinks = AbaProblem.linkAlone(three());
        takeAndPutBack(stamped, link -> link);
        takeAndPutBack(newLinks, link -> new Link(link.plate, null));

        assertThat(platesOf(stamped)).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(platesOf(newLinks)).containsExactlyInAnyOrder("1", "2", "3");
    }

    private static Link three() {
        return new Link("1", new Link("2", new Link("3", null)));
    }

    private static void takeAndPutBack(PlateStack<?> stack, UnaryOperator<Link> again)
            throws Exception {
        Runnable often =
                () -> {
                    for (int i = 0; i < 100; i++) stack.push(again.apply(stack.pop()));
                };
        Patience.runAll("two threads have put back 100 times", List.of(often, often));
    }

    private static List<String> platesOf(PlateStack<?> stack) {
        return stack.left().stream().map(Link::toString).toList();
    }
}
