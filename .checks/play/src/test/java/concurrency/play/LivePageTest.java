package concurrency.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void every_example_asks_a_question_and_answers_it() {
        open("");
        assertThat(
                        browser()
                                .run(
                                        """
                                        return fetch('examples.json').then(file => file.json()).then(all =>
                                          all.examples.filter(one => !one.claim || !one.question || !one.answer.length)
                                            .map(one => one.name).join())
                                        """))
                .isEmpty();
    }

    @Override
    String address() {
        return server.address;
    }
}
