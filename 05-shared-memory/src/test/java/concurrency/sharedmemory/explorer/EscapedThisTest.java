package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Accesses to final fields are no steps, unless {@code this} gets out of the constructor before
 * they are set.
 */
class EscapedThisTest {
    private static final class Place {
        private volatile Escaped found;
    }

    private static final class Escaped {
        private final int number;

        Escaped(Place place) {
            place.found = this;
            number = 1;
        }
    }

    private static Scenario makeAndRead() {
        var place = new Place();
        var read = new Notes<Integer>();
        return Scenario.of(
                        () -> new Escaped(place),
                        () -> {
                            Escaped found = place.found;
                            if (found != null) read.add(found.number);
                        })
                .outcome(() -> "B reads " + read.all());
    }

    @Test
    void a_final_field_is_read_before_it_is_set() {
        var outcomes = Explorer.outcomes(EscapedThisTest::makeAndRead);

        assertThat(outcomes.counts())
                .containsOnlyKeys("B reads []", "B reads [0]", "B reads [1]")
                .isEqualTo(Explorer.outcomesOneByOne(EscapedThisTest::makeAndRead).counts());
    }

    @Test
    void the_two_accesses_to_it_are_a_data_race() {
        var failure = Explorer.check(() -> makeAndRead().noDataRaces()).failure();

        assertThat(failure.orElseThrow().outcome()).isEqualTo("data race on number");
    }

    private record Whole(int number) {}

    private static final class Shelf {
        private volatile Whole whole;
    }

    @Test
    void without_an_escape_a_final_field_makes_no_step() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var shelf = new Shelf();
                            return Scenario.of(
                                    () -> shelf.whole = new Whole(1),
                                    () -> {
                                        Whole whole = shelf.whole;
                                        if (whole != null && whole.number != 1)
                                            throw new AssertionError("half-made");
                                    });
                        });

        assertThat(outcomes.schedules()).isEqualTo(2);
    }
}
