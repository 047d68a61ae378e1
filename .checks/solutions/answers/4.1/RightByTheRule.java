// Right: the rule as it is quoted, cores x utilisation x (1 + wait / compute), rounded up.

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        int wait = trace.length() - work;
        return (int) Math.ceil(cores * (percent / 100.0) * (1 + (double) wait / work));
    }
}
