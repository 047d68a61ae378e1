package concurrency.sharedmemory.play;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Position;
import concurrency.sharedmemory.explorer.Position.Row;
import concurrency.sharedmemory.explorer.Setup;
import concurrency.sharedmemory.locks.LockOrder;
import concurrency.sharedmemory.play.Recording.Node;
import concurrency.sharedmemory.races.LostUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final Setup BROKEN = new LostUpdate().variants().getFirst().setup();

    @Test
    void it_holds_every_schedule_and_no_other() {
        Recording recording = Recording.of(BROKEN, 6).orElseThrow();

        assertThat(words(recording, recording.nodes().getLast())).isEqualTo(6);
    }

    private static long words(Recording recording, Node from) {
        if (from.steps().isEmpty()) return 1;
        return from.steps().values().stream()
                .mapToLong(step -> words(recording, recording.nodes().get(step.to())))
                .sum();
    }

    @Test
    void what_is_looked_up_in_it_is_what_a_run_shows() {
        Recording recording = Recording.of(BROKEN, 6).orElseThrow();
        Position run = Explorer.position(BROKEN, "ABBA");

        Node node = recording.nodes().getLast();
        List<Row> rows = new ArrayList<>();
        for (String letter : List.of("A", "B", "B", "A")) {
            rows.add(node.steps().get(letter).row());
            node = recording.nodes().get(node.steps().get(letter).to());
        }
        assertThat(rows).isEqualTo(run.rows());
        assertThat(node.at().end()).isEqualTo(run.end());
    }

    @Test
    void a_variant_with_more_schedules_is_too_large() {
        assertThat(Recording.of(BROKEN, 5)).isEmpty();
    }

    @Test
    void a_site_holds_the_page_the_recordings_and_the_sources(@TempDir Path folder)
            throws Exception {
        List<Explorable> examples = List.of(new LockOrder());
        assertThat(Export.write(examples, folder)).isEmpty();

        assertThat(folder.resolve("index.html")).exists();
        assertThat(folder.resolve("source/concurrency/sharedmemory/locks/LockOrder.java")).exists();
        assertThat(Files.readString(folder.resolve("recorded/LockOrder/BrokenFromThenTo.json")))
                .contains("\"outcome\":\"deadlock\"");
    }
}
