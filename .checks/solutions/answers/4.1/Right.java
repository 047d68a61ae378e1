// All in whole numbers: the work that is asked for, in hundredths of a time unit, divided by what
// one thread brings, rounded up once at the end. Nothing can come out a hair too big.

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        int work = (int) trace.chars().filter(point -> point == '-').count();
        return Math.ceilDiv(cores * percent * trace.length(), 100 * work);
    }
}
