// Tries one thread, two threads, ... until they bring enough. No division and no rounding at all,
// and the line of the loop is the sentence of the statement; it takes as long as the pool is big.

package concurrency.cpuvsio.exercise;

final class PoolFromTrace {
    static int threads(String trace, int cores, int percent) {
        long work = trace.chars().filter(unit -> unit == '-').count();
        int threads = 1;
        while (threads * work * 100 < (long) cores * percent * trace.length()) threads++;
        return threads;
    }
}
