package concurrency.sharedmemory.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Position;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Up to three threads read and write; tried in every order of their steps, with late writes. */
@DisplayName("exercise 5.8: many readers, one writer")
@Specification
class ReadersAndWriterTest {
    @Test
    @Order(1)
    void every_step_can_be_put_in_order() {
        tried(() -> new Room().readerAndWriter()).failIfRefused();
    }

    @Test
    @Order(2)
    void nobody_reads_while_a_writer_is_inside() {
        tried(() -> new Room().readerAndWriter())
                .failIfWrong(
                        "what does a reader wait for, what does a writer, and who looks again?");
    }

    @Test
    @Order(3)
    void one_writer_is_inside_at_a_time() {
        tried(() -> new Room().twoWriters())
                .failIfWrong("what does a writer wait for, and does it look again when it wakes?");
    }

    @Test
    @Order(4)
    void readers_are_inside_together() {
        tried(() -> new Room().readerThatStays())
                .failIfStuck(
                        "A reads and stays inside. For whom must a reader wait, and for whom not?");
    }

    @Test
    @Order(5)
    void every_call_returns() {
        for (Setup setup :
                List.<Setup>of(
                        () -> new Room().readerAndWriter(),
                        () -> new Room().twoWriters(),
                        () -> new Room().twoReadersAndWriter())) {
            Tried tried = tried(setup);
            tried.failIfStuck(
                    "who wakes those that wait when the last one leaves? Does it wake all of them?");
            tried.failIfThrown();
            tried.failIfRaced();
        }
    }

    @Test
    @Order(6)
    void a_reader_that_comes_while_a_writer_waits_enters_after_it() {
        Led led = Led.in(() -> new Room().readerWriterReader());
        led.triesToEnter("A").triesToEnter("B");
        if (led.isInside("B")) return; // reported elsewhere
        led.triesToEnter("C");
        if (led.isInside("C"))
            led.fails(
                    "A reads, B waits to write, then C comes to read and enters before B.",
                    "readers that keep coming keep B out for ever. What must C know of B?");
    }

    @Test
    @Order(7)
    void waiting_readers_enter_before_the_next_writer() {
        Led led = Led.in(() -> new Room().writerReaderWriter());
        led.triesToEnter("A").triesToEnter("B").triesToEnter("C");
        if (led.isInside("B") || led.isInside("C")) return; // reported elsewhere
        led.leaves("A").triesToEnter("C");
        if (led.isInside("C"))
            led.fails(
                    "A writes, B waits to read, C waits to write. A leaves, and C enters before B.",
                    "writers that keep coming keep B out for ever. Who came first?");
        led.triesToEnter("B");
        if (!led.isInside("B"))
            led.fails(
                    "A writes, B waits to read, C waits to write. A leaves, and B does not enter.",
                    "whom does B wait for, and whom need it not wait for?");
    }

    private static Tried tried(Setup setup) {
        new ReadersAndWriter(); // skips the test, if the exercise is not started
        return Tried.of(setup);
    }

    /** A run in which the test says who goes on. */
    private static final class Led {
        private static final int MORE_STEPS_THAN_A_CALL_HAS = 50;

        private final Setup setup;
        private Position now;

        private Led(Setup setup) {
            this.setup = setup;
            now = Explorer.position(setup, "");
        }

        static Led in(Setup setup) {
            tried(() -> new Room().readerAndWriter()).failIfRefused();
            return new Led(setup);
        }

        /** Lets this thread go on until it is inside, or has to wait. */
        Led triesToEnter(String thread) {
            while (!isInside(thread) && goOn(thread)) {}
            return this;
        }

        /** Lets this thread go on to its end. */
        Led leaves(String thread) {
            goOn(thread.repeat(MORE_STEPS_THAN_A_CALL_HAS));
            return this;
        }

        boolean isInside(String thread) {
            return standing(thread).next().contains("text") || standing(thread).next().isEmpty();
        }

        private boolean goOn(String steps) {
            now = Explorer.position(setup, now.schedule() + steps);
            return now.refused().isEmpty();
        }

        private Position.Standing standing(String thread) {
            return now.threads().get(thread.charAt(0) - 'A');
        }

        void fails(String violated, String hint) {
            var steps = new StringBuilder();
            for (Position.Row row : now.rows())
                steps.append("    %s  %s%n".formatted(row.thread(), row.what(now.parts())));
            fail("%s%n%n%s%nHint: %s".formatted(violated, steps, hint));
        }
    }

    private static final class Room {
        final ReadersAndWriter room = new ReadersAndWriter();
        final Notes<String> read = new Notes<>();
        int text;
        int copy;

        void read() throws InterruptedException {
            room.enterToRead();
            int seen = text;
            read.add(seen == copy ? "whole" : "torn");
            room.leaveAfterReading();
        }

        void write() throws InterruptedException {
            room.enterToWrite();
            text++;
            copy++;
            room.leaveAfterWriting();
        }

        Scenario readerAndWriter() {
            return scenario(this::read, this::write)
                    .check(
                            () -> !read.all().contains("torn"),
                            "A reads while B has written only half");
        }

        Scenario twoWriters() {
            return scenario(this::write, this::write)
                    .check(() -> text == 2 && copy == 2, "A and B each write, and one is lost");
        }

        Scenario twoReadersAndWriter() {
            return scenario(this::read, this::write, this::read);
        }

        Scenario readerThatStays() {
            return scenario(room::enterToRead, this::read);
        }

        /** Every write is seen at once: these are about who enters. */
        Scenario readerWriterReader() {
            return Scenario.of(this::read, this::write, this::read);
        }

        Scenario writerReaderWriter() {
            return Scenario.of(this::write, this::read, this::write);
        }

        private Scenario scenario(Body... bodies) {
            return Scenario.of(bodies)
                    .outcome(() -> "read %s, written %s".formatted(read, text))
                    .lateWrites()
                    .notifyAny()
                    .spuriousWakeUps();
        }
    }
}
