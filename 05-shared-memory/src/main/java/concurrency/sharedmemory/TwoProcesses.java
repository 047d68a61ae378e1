package concurrency.sharedmemory;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Threads share their variables; processes do not, they have to tell each other.
 *
 * <p>Predict: there are 10 free seats. A thread sells one; then another process, running the same
 * class, sells one. How many free seats does this process see after each?
 *
 * <p>Why: the threads of a process reach the same memory, so a sale in one is seen by the others
 * (here {@code join} makes sure of it). A process has a memory of its own: the child loads the
 * class again, has a {@code free} of its own, and sells from that. What the processes are to agree
 * on goes through the system, here a pipe: the child's output is the parent's input.
 *
 * <p>Cost: what is told is a copy, and a message takes far longer than a read. In return no process
 * can spoil the memory of another.
 *
 * <p>Next: {@link LostUpdate}
 */
final class TwoProcesses {
    /** The variable; each process that loads this class has one. */
    private static int free;

    /**
     * The free seats as seen at each point of the story.
     *
     * @param afterThread here, when a thread of this process has sold a seat
     * @param child in the child process, when it has sold a seat
     * @param afterChild here, at that time
     * @param afterPipe here, when this process has taken over what the child wrote
     */
    record Seen(int afterThread, int child, int afterChild, int afterPipe) {}

    /** The child process: sells a seat and says what is left. */
    static final class Child {
        void main() {
            free = 10;
            sell();
            IO.println(free);
        }
    }

    static Seen story() throws IOException, InterruptedException {
        free = 10;
        Thread thread = Thread.ofPlatform().start(TwoProcesses::sell);
        thread.join();
        int afterThread = free;

        free = 10;
        Process process = childProcess();
        try (var pipe = process.inputReader()) {
            int child = Integer.parseInt(pipe.readLine());
            int afterChild = free;
            free = child;
            return new Seen(afterThread, child, afterChild, free);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void sell() {
        free--;
    }

    private static Process childProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classes().toString(),
                        Child.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path classes() {
        try {
            return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void main() throws IOException, InterruptedException {
        Seen seen = story();
        IO.println("10 free seats. A thread sells one: this process sees " + seen.afterThread);
        IO.println();
        IO.println("10 free seats. Another process sells one:");
        IO.println("  the other process sees         " + seen.child);
        IO.println("  this process sees              " + seen.afterChild);
        IO.println("  this process, told by a pipe   " + seen.afterPipe);
    }
}
