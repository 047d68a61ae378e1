package concurrency.sharedmemory.ordering;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.ordering.LazyOnce.bothAsk;

import com.google.common.base.Suppliers;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.ordering.LazyOnce.Settings;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LazyOnceTest {
    private static final String RIGHT = "1 made, ports [8080, 8080]";

    /** The constructor's write to port is no step: nobody else can see the object yet. */
    @Test
    void check_then_make_makes_two_in_12_of_18_schedules() {
        assertThatScenario(() -> bothAsk(new LazyOnce.BrokenCheckThenMake()))
                .leadsTo(RIGHT, 6)
                .leadsTo("2 made, ports [8080, 8080]", 12)
                .andToNothingElse();
    }

    @Test
    void double_checked_with_a_plain_field_hands_out_half_made_settings() {
        assertThatScenario(() -> bothAsk(new LazyOnce.FalseFixDoubleChecked()))
                .leadsTo(RIGHT, 546)
                .leadsTo("1 made, ports [8080, 0]", 5)
                .leadsTo("1 made, ports [0, 8080]", 5)
                .andToNothingElse();
    }

    @Test
    void double_checked_with_a_final_port_hands_out_whole_settings() {
        assertThatScenario(() -> bothReadTheirPort(new DoubleCheckedFinal()))
                .leadsOnlyTo("A reads 8080, B reads 8080");
    }

    /** As in the example, but the field of what is made is final. */
    static final class DoubleCheckedFinal implements Supplier<DoubleCheckedFinal.Ready> {
        record Ready(int port) {}

        private Ready once;

        @Override
        @SuppressWarnings("DoubleCheckedLocking") // one is made, so the check under the lock holds
        public Ready get() {
            Ready found = once;
            if (found != null) return found;
            synchronized (this) {
                if (once == null) once = new Ready(8080);
                return once;
            }
        }
    }

    private static Scenario bothReadTheirPort(DoubleCheckedFinal once) {
        var ports = new Notes<Integer>();
        Body ask = () -> ports.add(once.get().port());
        return Scenario.of(ask, ask)
                .lateWrites()
                .outcome(() -> "A reads %d, B reads %d".formatted(ports.all().toArray()));
    }

    @Test
    void double_checked_with_volatile_makes_one_whole() {
        assertThatScenario(() -> strictly(bothAsk(new LazyOnce.DoubleCheckedVolatile())))
                .isRightUnderEverySchedule()
                .leadsOnlyTo(RIGHT);
    }

    @Test
    void one_lock_around_check_and_make_makes_one_whole() {
        assertThatScenario(() -> strictly(bothAsk(new LazyOnce.Synchronized())))
                .isRightUnderEverySchedule()
                .leadsOnlyTo(RIGHT);
    }

    @Test
    void a_holder_class_makes_one_whole() {
        assertThatScenario(() -> strictly(bothAsk(new LazyOnce.Holder())))
                .isRightUnderEverySchedule()
                .leadsOnlyTo(RIGHT);
    }

    @Test
    void memoize_makes_one_whole() {
        assertThatScenario(() -> strictly(bothAsk(Suppliers.memoize(Settings::new))))
                .isRightUnderEverySchedule()
                .leadsOnlyTo(RIGHT);
    }
}
