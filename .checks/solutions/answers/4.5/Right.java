// Two unknowns, the seconds of the parts on one core, and two runs: time = serial + parallel /
// cores. The difference of the two times has no serial part in it, which gives the parallel one.

package concurrency.cpuvsio.exercise;

final class SerialShare {
    record Run(int cores, double seconds) {}

    static double of(Run one, Run other) {
        double parallel = (one.seconds - other.seconds) / (1.0 / one.cores - 1.0 / other.cores);
        double serial = one.seconds - parallel / one.cores;
        return serial / (serial + parallel);
    }

    static double bestSpeedUp(double serialShare) {
        return 1 / serialShare;
    }
}
