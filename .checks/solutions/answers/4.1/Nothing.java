// Wrong: no answer.
// Fails: the_pool_keeps_the_cores_as_busy_as_asked
// Says: A pool of 0 is too small

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        return 0;
    }
}
