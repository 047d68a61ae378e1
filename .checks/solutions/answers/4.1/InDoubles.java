// Wrong: nearly right: the rule as it is quoted, in doubles. For -XXXX, 3 cores and 20 % it comes
// out a hair above 3, and is rounded up to 4.
// Fails: one_thread_fewer_would_not
// Says: Doubles may come out a hair above it

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        int wait = trace.length() - work;
        return (int) Math.ceil(cores * (percent / 100.0) * (1 + (double) wait / work));
    }
}
