// Wrong: keeps the cores busy at every point, whatever is asked.
// Fails: one_thread_fewer_would_not
// Says: A pool of 3 is too big

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        int wait = trace.length() - work;
        return (int) Math.ceil(cores * (1 + (double) wait / work));
    }
}
