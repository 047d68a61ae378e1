package concurrency.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the {@link Specimens} in a JUnit of their own, where the check is found as in CI. */
@TestMethodOrder(OrderAnnotation.class)
class LeakCheckTest {
    /** In milliseconds, less than the 30 s for which the JDK keeps an idle carrier thread. */
    private static final int PATIENCE = 20_000;

    @AfterEach
    void end_what_the_specimen_left() throws Exception {
        Specimens.end();
    }

    @Test
    @Order(1) // in a JVM in which nothing else has started what is kept
    void a_class_that_puts_everything_back_passes() {
        assertThat(failures(PATIENCE, Specimens.PutsEverythingBack.class)).isEmpty();
    }

    @Test
    void a_thread_that_is_just_ending_is_waited_for() {
        assertThat(failures(PATIENCE, Specimens.EndsDuringTheCheck.class)).isEmpty();
    }

    @Test
    void a_thread_is_named_with_its_stack() {
        assertThat(messageFor(Specimens.LeavesAThread.class))
                .containsPattern("thread #\\d+ \"left\" ")
                .contains("concurrency.leaks.Specimens$Held.run(");
    }

    @Test
    void a_thread_started_by_a_virtual_thread_is_named() {
        assertThat(messageFor(Specimens.LeavesAThreadOfAThread.class))
                .containsPattern("thread #\\d+ \"left\" ");
    }

    @Test
    void a_virtual_thread_is_named_with_its_stack() {
        assertThat(messageFor(Specimens.LeavesAVirtualThread.class))
                .containsPattern("thread #\\d+ \"left\" virtual ")
                .contains("concurrency.leaks.Specimens$Held.run(");
    }

    @Test
    void work_left_to_the_common_pool_is_named_with_its_stack() {
        assertThat(messageFor(Specimens.LeavesWorkInTheCommonPool.class))
                .contains("\"ForkJoinPool.commonPool-worker-")
                .contains("concurrency.leaks.Specimens$Held.run(");
    }

    @Test
    void a_child_process_is_named_with_its_command() {
        assertThat(messageFor(Specimens.LeavesAProcess.class))
                .containsPattern("process \\d+ .*cat");
    }

    @Test
    void an_open_port_is_named() {
        assertThat(messageFor(Specimens.LeavesAPort.class))
                .contains("port " + Specimens.LeavesAPort.port + " is open");
    }

    @Test
    void a_file_in_the_modules_folder_is_named() {
        assertThat(messageFor(Specimens.LeavesAFile.class))
                .contains("file " + Path.of("src", "left.txt").toAbsolutePath());
    }

    @Test
    void a_temporary_file_is_named() {
        assertThat(messageFor(Specimens.LeavesATemporaryFile.class))
                .contains("file " + Path.of(System.getProperty("java.io.tmpdir"), "left"));
    }

    @Test
    void a_changed_setting_is_named_with_its_old_and_its_new_value() {
        assertThat(messageFor(Specimens.LeavesSettings.class))
                .contains("system property left: (none) -> new")
                .contains("system property path.separator: : -> (none)")
                .containsPattern("default locale: .+ -> \n")
                .containsPattern("System.out: .+ -> java.io.PrintStream@")
                .containsPattern("default handler of uncaught exceptions: null -> .+Specimens");
    }

    @Test
    void a_changed_parallelism_is_named_with_its_old_and_its_new_value() {
        assertThat(messageFor(Specimens.LeavesTheParallelism.class))
                .containsPattern("parallelism of the virtual-thread scheduler: \\d+ -> \\d+");
    }

    @Test
    void what_a_nested_class_leaves_is_told_once_of_the_class_around_it() {
        assertThat(messageFor(Specimens.LeavesInANestedClass.class)).contains("\"left\"");
    }

    @Test
    void the_next_class_does_not_answer_for_what_the_one_before_has_left() {
        assertThat(failures(0, Specimens.LeavesAThread.class, Specimens.LeavesAPort.class))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"left\""),
                        next -> assertThat(next).contains("port").doesNotContain("\"left\""));
    }

    private static String messageFor(Class<?> specimen) {
        List<String> failures = failures(0, specimen);
        assertThat(failures)
                .singleElement(STRING)
                .startsWith(specimen.getName() + " left behind:\n");
        return failures.getFirst();
    }

    /** The message of each class or test that fails. */
    private static List<String> failures(int patienceMillis, Class<?>... specimens) {
        ClassSelector[] selected =
                Stream.of(specimens).map(s -> selectClass(s)).toArray(ClassSelector[]::new);
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selected)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter(
                        "junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .configurationParameter(LeakCheck.PATIENCE, String.valueOf(patienceMillis))
                .execute()
                .allEvents()
                .failed()
                .map(failed -> failed.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .toList();
    }
}
