package concurrency.cpuvsio;

/**
 * A task of the model, one character for each point of time: {@code -} it works and needs a core,
 * {@code X} it waits for something else and needs none. The cashier's client is {@code --XXXXX-}.
 *
 * @param line at least one character, each {@code -} or {@code X}
 */
record Task(String line) {
    Task {
        if (!line.matches("[-X]+"))
            throw new IllegalArgumentException(
                    "a task is drawn with - (works) and X (waits), not as '" + line + "'");
    }

    /** A task that first works and then waits, both in points. */
    static Task of(int work, int waiting) {
        return new Task("-".repeat(work) + "X".repeat(waiting));
    }

    /** The points at which it needs a core. */
    int work() {
        return (int) line.chars().filter(point -> point == '-').count();
    }

    /** The points at which it needs no core. */
    int waiting() {
        return line.length() - work();
    }
}
