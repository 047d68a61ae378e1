package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.SnapshotSpellings.BrokenTwoFields;
import concurrency.sharedmemory.SnapshotSpellings.OneReference;
import concurrency.sharedmemory.SnapshotSpellings.Tag;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class SnapshotSpellingsTest {
    @Test
    void read_in_the_midst_of_the_change_two_fields_are_torn_and_a_record_is_not() {
        assertThat(readInTheMidst(new BrokenTwoFields()))
                .as("A writes the amount, B reads both, A writes the currency")
                .isEqualTo(new Price(120, "EUR"));
        assertThat(readInTheMidst(new OneReference()))
                .as("A begins to change the price, B reads it, A ends the change")
                .isEqualTo(Price.OLD);
    }

    @Test
    void after_the_change_the_new_price_is_read() {
        var tag = new OneReference();
        tag.change(120, () -> "USD");

        assertThat(tag.read()).isEqualTo(Price.NEW);
    }

    /** No run of this class can be forced to show it; the explorer can, with a plain variable. */
    @Test
    void the_reference_is_volatile() throws Exception {
        int modifiers = OneReference.class.getDeclaredField("price").getModifiers();

        assertThat(Modifier.isVolatile(modifiers))
                .as(
                        "whether price is volatile; if it is not:\n\n%s\n",
                        Explorer.check(
                                () ->
                                        SnapshotTest.changeThenLook(
                                                new Snapshot.OneReference(
                                                        new Plain<>("price", Price.OLD)))))
                .isTrue();
    }

    private static Price readInTheMidst(Tag tag) {
        var seen = new Price[1];
        tag.change(
                120,
                () -> {
                    read(tag, seen);
                    return "USD";
                });
        return seen[0];
    }

    private static void read(Tag tag, Price[] seen) {
        Thread b = Thread.ofPlatform().daemon().name("B").start(() -> seen[0] = tag.read());
        Patience.until("B has read", () -> !b.isAlive());
    }
}
