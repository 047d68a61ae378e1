// Counts in whole numbers and rounds up.

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        return Math.ceilDiv(cores * percent * trace.length(), 100 * work);
    }
}
