// Wrong: counts the points of work up to the first wait only.
// Fails: one_thread_fewer_would_not
// Says: A pool of 4 is too big

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = trace.indexOf('X') < 0 ? trace.length() : Math.max(1, trace.indexOf('X'));
        return Math.ceilDiv(cores * percent * trace.length(), 100 * work);
    }
}
