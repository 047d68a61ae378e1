package concurrency.cpuvsio;

import java.util.Locale;

/**
 * Amdahl's law: the part of the work that cannot be shared limits the gain from more workers.
 *
 * <p>Predict: of a job's 20 time units of work, 18 can be shared among workers and 2 cannot. How
 * much faster is it with 18 workers, and with a thousand?
 *
 * <p>Why: the shared part shrinks with the workers, the other part stays. With a share p of the
 * work that can be shared, n workers are 1 / ((1 - p) + p / n) times as fast as one, so never more
 * than 1 / (1 - p) times: here 10, for any number of workers.
 *
 * <p>What cannot be shared is not only code that runs in sequence. A lock that all workers need is
 * such a part (05-shared-memory), and so is a database with one connection. The law is optimistic:
 * it leaves out what sharing costs.
 *
 * <p>Source: Amdahl, AFIPS 1967. If a larger machine is given larger jobs, the shared part grows
 * and the limit moves (Gustafson 1988).
 *
 * <p>Next: {@link ScaleNotSpeed}
 */
final class AmdahlsLaw {
    /** {@code =} one works and the others have to wait for it, {@code -} all work. */
    static String line(int workers) {
        return "==" + "-".repeat(Math.ceilDiv(18, workers));
    }

    /** How many times as fast as one worker, if this per cent of the work can be shared. */
    static double speedUp(int percent, int workers) {
        double shared = percent / 100.0;
        return 1 / ((1 - shared) + shared / workers);
    }

    void main() {
        IO.println("20 units of work: = cannot be shared, - is shared among the workers\n");
        IO.println("workers                          times as fast");
        for (int workers : new int[] {1, 2, 3, 6, 9, 18})
            IO.println(
                    String.format(
                            Locale.ROOT,
                            "%7d   %-20s   %13.2f",
                            workers,
                            line(workers),
                            speedUp(90, workers)));
        IO.println(
                String.format(
                        Locale.ROOT,
                        "\nwith 1000 workers %.2f; however many there are, less than 10",
                        speedUp(90, 1000)));
    }
}
