// Wrong: nearly right: rounds to the nearest number, up or down.
// Fails: the_pool_keeps_the_cores_as_busy_as_asked
// Says: A pool of 1 is too small

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        int wait = trace.length() - work;
        return (int)
                Math.max(1, Math.round(cores * (percent / 100.0) * (1 + (double) wait / work)));
    }
}
