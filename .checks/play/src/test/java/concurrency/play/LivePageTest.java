package concurrency.play;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The page with its server: each click is made by real threads. */
class LivePageTest extends Stories {
    private static Command.Server server;

    @BeforeAll
    static void serve() throws IOException {
        server = new Command.Server();
    }

    @AfterAll
    static void endServing() {
        server.close();
    }

    @Override
    String address() {
        return server.address;
    }
}
