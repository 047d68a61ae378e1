package concurrency.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page as plain files, served by a server that knows nothing of it. */
class RecordedPageTest extends Stories {
    private static HttpServer files;

    @BeforeAll
    static void serve() throws Exception {
        Path folder = Command.export();
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        files = SimpleFileServer.createFileServer(here, folder, OutputLevel.NONE);
        files.start();
    }

    @AfterAll
    static void endServing() {
        files.stop(0);
    }

    @Override
    String address() {
        return "http://127.0.0.1:%d/".formatted(files.getAddress().getPort());
    }

    @Test
    void what_is_too_large_is_named_and_left_to_the_live_page() {
        open("");
        assertThat(browser().seen("#elsewhere"))
                .contains("HowBadCanItGet/Broken", "Livelock/BrokenBothPolite", "-Dplay");

        open("#HowBadCanItGet/Broken/AB");
        assertThat(browser().seen("#error")).contains("too large to be recorded", "-Dplay");
    }
}
