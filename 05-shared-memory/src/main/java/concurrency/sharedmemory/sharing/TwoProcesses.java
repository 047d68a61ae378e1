package concurrency.sharedmemory.sharing;

import concurrency.sharedmemory.races.LostUpdate;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Threads share the fields of their objects; processes share no memory unless they ask for it, and
 * send each other messages.
 *
 * <p>Predict: there are 10 free seats. A thread sells one; then another process, running the same
 * class, sells one. How many free seats does this process see after each?
 *
 * <p>Why: the threads of a process reach the same memory, so a sale in one is seen by the others
 * (here {@code join} makes sure of it); only local variables are each thread's own. A process has a
 * memory of its own, unless it asks for a piece that is shared: the child loads the class again,
 * has a {@code free} of its own, and sells from that. What the processes need to agree on goes
 * through the system, here a pipe: the child's output is the parent's input.
 *
 * <p>Cost: what is sent is a copy, and a message takes far longer than a read. In return no process
 * can corrupt another's memory.
 *
 * <p>Next: {@link LostUpdate}
 */
public final class TwoProcesses {
    /** The variable; each process that loads this class has one. */
    private static int free;

    /**
     * The free seats as seen at each point of the story.
     *
     * @param afterThread here, when a thread of this process has sold a seat
     * @param child in the child process, when it has sold a seat
     * @param afterChild here, at that time
     * @param afterPipe here, when this process has read what the child wrote
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
        thread.join(); // what the thread did happens-before join returns
        int afterThread = free;

        free = 10;
        Process process = childProcess();
        try (var pipe = process.inputReader()) {
            String line = pipe.readLine();
            int status = process.waitFor();
            if (line == null || status != 0)
                throw new IllegalStateException("the child process ended with status " + status);
            int child = Integer.parseInt(line);
            int afterChild = free;
            free = child;
            return new Seen(afterThread, child, afterChild, free);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void sell() {
        free--;
    }

    private static Process childProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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
