package concurrency.solutions;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What a specification says to an answer, by the names of its tests.
 *
 * @param failed with what each was failed with
 */
record Verdict(Set<String> passed, Set<String> skipped, Map<String, Throwable> failed) {
    /**
     * Runs a specification.
     *
     * @param all whether all tests are run, or only up to the first that fails, as for a learner
     */
    static Verdict of(Class<?> specification, boolean all) {
        var verdict = new Verdict(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(specification))
                .configurationParameter("specification.all", "" + all)
                .execute()
                .testEvents()
                .finished()
                .stream()
                .forEach(verdict::add);
        return verdict;
    }

    private void add(Event event) {
        var source = (MethodSource) event.getTestDescriptor().getSource().orElseThrow();
        var result = event.getRequiredPayload(TestExecutionResult.class);
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed.add(source.getMethodName());
            case ABORTED -> skipped.add(source.getMethodName());
            case FAILED -> failed.put(source.getMethodName(), result.getThrowable().orElseThrow());
        }
    }

    /** From each failed test to what it says. */
    Map<String, String> messages() {
        var messages = new TreeMap<String, String>();
        failed.forEach((test, failure) -> messages.put(test, failure.toString()));
        return messages;
    }
}
