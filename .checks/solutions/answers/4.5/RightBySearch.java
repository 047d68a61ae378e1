// Halves the interval from 0 to 1 until the share is found for which Amdahl's law gives the ratio
// of the two times that was seen. Needs no algebra, and works for laws that cannot be solved;
// slower, and only as exact as the doubles.

package concurrency.cpuvsio.exercise;

final class SerialShare {
    record Run(int cores, double seconds) {}

    static double of(Run one, Run other) {
        if (one.cores > other.cores) return of(other, one);
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double share = (low + high) / 2;
            double ratio = onOne(share, other.cores) / onOne(share, one.cores);
            if (ratio < other.seconds / one.seconds) low = share;
            else high = share;
        }
        return (low + high) / 2;
    }

    /** The time of a job that takes 1 on one core. */
    private static double onOne(double share, int cores) {
        return share + (1 - share) / cores;
    }

    static double bestSpeedUp(double serialShare) {
        return 1 / serialShare;
    }
}
