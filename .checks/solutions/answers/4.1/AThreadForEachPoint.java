// Wrong: as many threads as the task has points, to be on the safe side.
// Fails: one_thread_fewer_would_not
// Says: is too big

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        return trace.length() * cores;
    }
}
