package concurrency.sharedmemory.waiting;

import static concurrency.kit.TestThread.call;
import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.waiting.BoundedBuffer.twoItems;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.TestThread;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import concurrency.sharedmemory.waiting.BoundedBuffer.Buffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedBufferTest {
    private static Arguments row(Setup twoItems, Setup twoPlaces, long right, long wrong, String how) {
        return Arguments.of(twoItems, twoPlaces, right, wrong, how);
    }

    static Stream<Arguments> eightWays() {
        return Stream.of(
                row(
                        () -> twoItems(new EightBuffers.IfNotify()),
                        () -> twoPlaces(new EightBuffers.IfNotify()),
                        22,
                        8,
                        "if, notify"),
                row(
                        () -> twoItems(new EightBuffers.IfTwoConditions()),
                        () -> twoPlaces(new EightBuffers.IfTwoConditions()),
                        24,
                        4,
                        "if, signal, two conditions"),
                row(
                        () -> twoItems(new BoundedBuffer.BrokenIf()),
                        () -> twoPlaces(new BoundedBuffer.BrokenIf()),
                        28,
                        12,
                        "if, notifyAll"),
                row(
                        () -> twoItems(new EightBuffers.IfTwoConditionsAll()),
                        () -> twoPlaces(new EightBuffers.IfTwoConditionsAll()),
                        28,
                        12,
                        "if, signalAll, two conditions"),
                row(
                        () -> twoItems(new BoundedBuffer.BrokenNotify()),
                        () -> twoPlaces(new BoundedBuffer.BrokenNotify()),
                        28,
                        2,
                        "while, notify"),
                row(
                        () -> twoItems(new BufferCures.TwoConditions()),
                        () -> twoPlaces(new BufferCures.TwoConditions()),
                        28,
                        0,
                        "while, signal, two conditions"),
                row(
                        () -> twoItems(new BoundedBuffer.NotifyAll()),
                        () -> twoPlaces(new BoundedBuffer.NotifyAll()),
                        40,
                        0,
                        "while, notifyAll"),
                row(
                        () -> twoItems(new EightBuffers.WhileTwoConditionsAll()),
                        () -> twoPlaces(new EightBuffers.WhileTwoConditionsAll()),
                        40,
                        0,
                        "while, signalAll, two conditions"));
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("eightWays")
    void three_of_eight_ways_to_wait_and_wake_are_right(
            Setup twoItems, Setup twoPlaces, long right, long wrong, String how) {
        String mistake = how.equals("while, notify") ? "deadlock" : "nothing taken";
        assertThatScenario(twoItems)
                .as(how)
                .hasSchedules(right + wrong)
                .leadsTo("one each", right)
                .leadsTo(mistake, wrong);
    }

    /** The mirror image: the buffer holds 1; B puts 2, C puts 3, and A takes two. */
    private static Scenario twoPlaces(Buffer buffer) {
        return Scenario.of(() -> {});
    }
}
