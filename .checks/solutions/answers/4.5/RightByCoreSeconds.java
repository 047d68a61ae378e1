// Counts core-seconds, seconds times cores: on one more core the job occupies one serial part
// more, and the parallel part stays. So the slope of a line is the serial part, and the value at
// one core is the whole. No fractions.

package concurrency.cpuvsio.exercise;

final class SerialShare {
    record Run(int cores, double seconds) {}

    static double of(Run one, Run other) {
        double serial =
                (other.cores * other.seconds - one.cores * one.seconds) / (other.cores - one.cores);
        double onOneCore = one.cores * one.seconds - (one.cores - 1) * serial;
        return serial / onOneCore;
    }

    static double bestSpeedUp(double serialShare) {
        return 1 / serialShare;
    }
}
