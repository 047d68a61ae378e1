// Wrong: the cashier's answer for every server.
// Fails: the_pool_keeps_the_cores_as_busy_as_asked
// Says: A pool of 3 is too small
// Fails: one_thread_fewer_would_not
// Says: A pool of 3 is too big

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        return 3;
    }
}
