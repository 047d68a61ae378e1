// Wrong: nearly right: divides whole numbers, so that 2.67 becomes 2.
// Fails: the_pool_keeps_the_cores_as_busy_as_asked
// Says: A pool of 2 is too small

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        int wait = trace.length() - work;
        return Math.max(1, cores * percent * (1 + wait / work) / 100);
    }
}
