package concurrency.threading.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoCashiersTest {
    private final CashDesk one = TwoCashMachines.serve(6, 2);
    private final CashDesk two = TwoCashiers.serve(6);

    @Test
    void two_cashiers_need_24_units_where_one_needs_27() {
        assertThat(two.units()).isEqualTo(24);
        assertThat(one.units()).isEqualTo(27);
    }

    @Test
    void only_two_cashiers_work_in_the_same_column() {
        assertThat(columnsWithTwoDashes(two)).as("\n%s", two.drawing()).isEqualTo(9);
        assertThat(columnsWithTwoDashes(one)).as("\n%s", one.drawing()).isZero();
        assertThat(TwoCashiers.bothAtWork(two)).isEqualTo(9);
        assertThat(TwoCashiers.bothAtWork(one)).isZero();
    }

    @Test
    void the_work_stays_18_units_so_each_works_9_of_24() {
        assertThat(one.worked()).isEqualTo(18);
        assertThat(two.worked()).isEqualTo(18);
        for (int till = 1; till <= 2; till++)
            assertThat(two.line(till)).isEqualTo("--XXXXX---XXXXX---XXXXX-");
    }

    private static long columnsWithTwoDashes(CashDesk run) {
        return IntStream.range(0, run.units())
                .filter(unit -> run.line(1).charAt(unit) == '-' && run.line(2).charAt(unit) == '-')
                .count();
    }
}
