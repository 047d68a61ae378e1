// One division of whole numbers in doubles, which is exact where it comes out even.

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        long work = trace.chars().filter(point -> point == '-').count();
        return (int) Math.ceil((double) cores * percent * trace.length() / (100 * work));
    }
}
