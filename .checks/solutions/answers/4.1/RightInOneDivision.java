// Doubles, but one division only, of whole numbers: where it comes out even, the double is exact,
// and rounding up adds nothing. The same formula in several steps (InDoubles) is wrong for a few
// servers.

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        long work = trace.chars().filter(point -> point == '-').count();
        return (int) Math.ceil((double) cores * percent * trace.length() / (100 * work));
    }
}
