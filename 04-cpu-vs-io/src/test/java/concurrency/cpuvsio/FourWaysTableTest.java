package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.cpuvsio.FourWaysTable.Way;
import concurrency.kit.Patience;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FourWaysTableTest {
    @Test
    void requests_gain_from_all_in_flight_and_hashes_from_all_cores() {
        assertThat(FourWaysTable.model(2))
                .isEqualTo(
                        """
                        time units                   in flight   at work   requests   hashes
                        sequential                           1         1         80       80
                        threads, a pool of 4                 4         2         21       40
                        event loop, one thread               8         1         17       80
                        virtual threads, one each            8         2         13       40\
                        """);
    }

    @Test
    void a_pool_of_8_does_as_well_as_virtual_threads() {
        var requests = Collections.nCopies(8, FourWaysTable.REQUEST);

        assertThat(ModelRun.of(requests, 8, 2).units())
                .isEqualTo(Way.VIRTUAL_THREADS.model(FourWaysTable.REQUEST, 2));
    }

    @Test
    void the_measured_table_has_a_line_of_this_run_for_each_way() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();

        List<String> lines =
                Patience.call("measuring", () -> FourWaysTable.measured(1000)).lines().toList();

        assertThat(lines).hasSize(6).allMatch(line -> line.startsWith("this run: "));
        assertThat(lines.subList(2, 6))
                .zipSatisfy(
                        List.of(Way.values()),
                        (line, way) -> assertThat(line).matches(measured(way, cores)));
    }

    private static String measured(Way way, int cores) {
        return "this run: %-26s   %5s   +\\d+   %5s   +\\d+"
                .formatted(
                        way.label,
                        way.model(FourWaysTable.REQUEST, cores),
                        way.model(FourWaysTable.HASH, cores));
    }
}
