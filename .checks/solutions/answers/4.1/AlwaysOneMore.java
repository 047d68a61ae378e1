// Wrong: nearly right: one more than the whole number below, also where that was enough.
// Fails: one_thread_fewer_would_not
// Says: A pool of 5 is too big

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        int wait = trace.length() - work;
        return (int) (cores * (percent / 100.0) * (1 + (double) wait / work)) + 1;
    }
}
