package concurrency.leaks;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Test classes for {@link LeakCheckTest} to run: it switches their {@code @Disabled} off. */
final class Specimens {
    private static final String ON_REQUEST = "leaves something on purpose; LeakCheckTest runs it";

    /** How to end what was left, first come, first served. */
    private static final Queue<AutoCloseable> ends = new ArrayDeque<>();

    static void end() throws Exception {
        while (!ends.isEmpty()) ends.remove().close();
    }

    /** Waits inside until {@link #end}; the specimen ends when its thread has come that far. */
    private static final class Held implements Runnable {
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);

        Held() {
            ends.add(gate::countDown);
        }

        @Override
        public void run() {
            inside.countDown();
            try {
                gate.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesAThread {
        @Test
        void leaves() throws InterruptedException {
            var held = new Held();
            Thread left = Thread.ofPlatform().name("left").start(held);
            ends.add(left::join);
            held.inside.await();
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesAThreadOfAThread {
        @Test
        void leaves() throws InterruptedException {
            var held = new Held();
            Thread left = Thread.ofPlatform().name("left").unstarted(held);
            ends.add(left::join);
            Thread.startVirtualThread(left::start).join();
            held.inside.await();
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesAVirtualThread {
        @Test
        void leaves() throws InterruptedException {
            var held = new Held();
            Thread left = Thread.ofVirtual().name("left").start(held);
            ends.add(left::join);
            held.inside.await();
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesWorkInTheCommonPool {
        @Test
        void leaves() throws InterruptedException {
            var held = new Held();
            ends.add(CompletableFuture.runAsync(held)::join);
            held.inside.await();
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesAProcess {
        @Test
        void leaves() throws IOException {
            Process left = new ProcessBuilder("cat").start(); // reads from us until it is ended
            ends.add(() -> left.destroyForcibly().waitFor());
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesAPort {
        static int port;

        @Test
        @SuppressWarnings("resource") // left open on purpose
        void leaves() throws IOException {
            var left = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            ends.add(left);
            port = left.getLocalPort();
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesAFile {
        @Test
        void leaves() throws IOException {
            Path left = Files.createFile(Path.of("src", "left.txt"));
            ends.add(() -> Files.delete(left));
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesATemporaryFile {
        @Test
        void leaves() throws IOException {
            Path left = Files.createTempFile("left", ".txt");
            ends.add(() -> Files.delete(left));
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesSettings {
        @Test
        void leaves() {
            System.setProperty("left", "new");
            ends.add(() -> System.clearProperty("left"));

            String separator = System.clearProperty("path.separator");
            ends.add(() -> System.setProperty("path.separator", separator));

            Locale locale = Locale.getDefault();
            Locale.setDefault(Locale.ROOT);
            ends.add(() -> Locale.setDefault(locale));

            PrintStream out = System.out;
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            ends.add(() -> System.setOut(out));

            var handler = Thread.getDefaultUncaughtExceptionHandler();
            Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
            ends.add(() -> Thread.setDefaultUncaughtExceptionHandler(handler));
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesTheParallelism {
        @Test
        void leaves() {
            var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
            int old = scheduler.getParallelism();
            scheduler.setParallelism(old + 1);
            ends.add(() -> scheduler.setParallelism(old));
        }
    }

    @Disabled(ON_REQUEST)
    static class LeavesInANestedClass {
        @Nested
        class Inner extends LeavesAThread {}
    }

    @Disabled(ON_REQUEST)
    static class EndsDuringTheCheck {
        @Test
        void ends() {
            Thread checks = Thread.currentThread();
            Thread.startVirtualThread(
                    () -> {
                        while (Stream.of(checks.getStackTrace())
                                .noneMatch(frame -> frame.getMethodName().equals("parkNanos")))
                            Thread.onSpinWait();
                    });
        }
    }

    /** Uses what the JDK, JUnit and Surefire start once and keep, and closes the rest. */
    @Disabled(ON_REQUEST)
    static class PutsEverythingBack {
        @AutoClose static ServerSocket server;

        @TempDir static Path folder;

        @Test
        @Timeout(value = 1, unit = DAYS)
        void leaves_nothing() throws Exception {
            Files.createFile(folder.resolve("note.txt"));
            CompletableFuture.runAsync(() -> {}).join();
            new CompletableFuture<>().completeOnTimeout("late", 1, NANOSECONDS).join();
            try (var recording = new Recording()) {
                recording.start();
            }
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread accepts = Thread.startVirtualThread(PutsEverythingBack::answer);
            try (var client = new Socket(server.getInetAddress(), server.getLocalPort())) {
                assertThat(client.getInputStream().read()).isEqualTo(1);
            }
            accepts.join();
        }

        private static void answer() {
            try (var connection = server.accept()) {
                connection.getOutputStream().write(1);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Specimens() {}
}
