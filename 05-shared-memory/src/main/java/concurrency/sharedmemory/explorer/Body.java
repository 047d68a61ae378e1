package concurrency.sharedmemory.explorer;

/**
 * What one thread of a {@link Scenario} does. An exception that it throws is a failure of the run.
 */
@FunctionalInterface
public interface Body {
    void run() throws Exception;
}
