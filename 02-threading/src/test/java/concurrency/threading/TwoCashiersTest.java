package concurrency.threading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoCashiersTest {
    private final CashDeskRun one = TwoCashiers.serve(6, 1);
    private final CashDeskRun two = TwoCashiers.serve(6, 2);

    @Test
    void two_cashiers_need_24_points_for_six_clients_where_one_needs_27() {
        assertThat(two.points()).isEqualTo(24);
        assertThat(one.points()).isEqualTo(27);
    }

    @Test
    void both_work_in_one_column_of_the_drawing_as_one_cashier_never_does() {
        assertThat(columnsWithTwoDashes(two)).as("\n%s", two.drawing()).isEqualTo(9);
        assertThat(columnsWithTwoDashes(one)).as("\n%s", one.drawing()).isZero();
        assertThat(TwoCashiers.parallel(two)).isEqualTo(9);
        assertThat(TwoCashiers.parallel(one)).isZero();
    }

    @Test
    void the_work_is_the_same_18_points_so_each_works_9_of_24() {
        assertThat(one.worked()).isEqualTo(18);
        assertThat(two.worked()).isEqualTo(18);
        assertThat(two.worked(1)).isEqualTo(9);
        assertThat(two.worked(2)).isEqualTo(9);
        assertThat(two.utilisation()).isEqualTo(0.375);
    }

    private static long columnsWithTwoDashes(CashDeskRun run) {
        return IntStream.range(0, run.points())
                .filter(p -> run.line(1).charAt(p) == '-' && run.line(2).charAt(p) == '-')
                .count();
    }
}
