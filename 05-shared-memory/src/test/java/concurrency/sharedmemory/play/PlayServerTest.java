package concurrency.sharedmemory.play;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.locks.LockOrder;
import concurrency.sharedmemory.ordering.Reordering;
import concurrency.sharedmemory.races.LastTicket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayServerTest {
    private static PlayServer server;

    @BeforeAll
    static void open() throws IOException {
        server = Play.open(List.of(new LastTicket(), new LockOrder(), new Reordering()), 0);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    // ---- the page

    @ParameterizedTest
    @ValueSource(strings = {"/", "/play.css", "/play.js"})
    void the_page_loads_nothing_from_elsewhere(String file) throws IOException {
        assertThat(get(file))
                .startsWith("HTTP/1.1 200")
                .contains("default-src 'none'")
                .doesNotContain("://");
    }

    @Test
    void each_example_comes_with_the_question_of_its_source() throws IOException {
        assertThat(get("/examples.json"))
                .contains("\"name\":\"LastTicket\"", "\"name\":\"FalseFixLockPerSeller\"")
                .contains("\"question\":\"one seat is free, and two sellers A and B")
                .doesNotContain("\"question\":\"\"", "{@", "Next: ");
    }

    @Test
    void a_source_is_shown_as_it_stands_in_the_module() throws IOException {
        assertThat(get("/source/concurrency/sharedmemory/races/LastTicket.java"))
                .startsWith("HTTP/1.1 200")
                .contains("record Broken(Seats seats) implements Seller {");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/source/concurrency/sharedmemory/../../pom.xml",
                "/source/java/lang/Object.java",
                "/source/concurrency/sharedmemory/Main.class",
                "/play.java"
            })
    void nothing_else_is_shown(String path) throws IOException {
        assertThat(get(path)).startsWith("HTTP/1.1 404").contains("Nothing is found");
    }

    // ---- a position

    @Test
    void after_some_steps_it_says_where_each_thread_stands() throws IOException {
        assertThat(position("LastTicket", "Broken", "ABA"))
                .startsWith("HTTP/1.1 200")
                .contains(
                        "{\"letter\":\"B\",\"thread\":\"B\",\"verb\":\"read\",\"part\":0,\"detail\":\"1\"")
                .contains("{\"name\":\"A\",\"next\":\"write free\",\"waits\":\"\"")
                .contains("\"possible\":[{\"letter\":\"A\",\"what\":\"write free\"}")
                .contains("\"end\":null");
    }

    @Test
    void at_the_end_the_outcome_is_reported_and_what_is_wrong_with_it() throws IOException {
        assertThat(position("LastTicket", "Broken", "ABABAB"))
                .contains("\"possible\":[]")
                .contains("\"end\":{\"outcome\":\"2 sold\",\"wrong\":\"one seat, sold twice\"}");
    }

    @Test
    void whoever_cannot_go_on_is_told_why_and_since_which_step() throws IOException {
        assertThat(position("LockOrder", "", "AB"))
                .contains("\"outcome\":\"deadlock\"")
                .containsPattern("A waits to lock right, which B holds [^}]*\"since\":1")
                .containsPattern("B waits to lock left, which A holds [^}]*\"since\":0");
    }

    @Test
    void late_writes_are_steps_of_their_own() throws IOException {
        assertThat(position("Reordering", "Broken", "A"))
                .contains("{\"letter\":\"a\",\"what\":\"arrive x\"}");
    }

    // ---- a word that is none, or not possible

    @Test
    void an_impossible_letter_is_refused_with_what_is_possible_and_the_run_up_to_it()
            throws IOException {
        assertThat(position("LockOrder", "", "AAAAAAAAAAA"))
                .startsWith("HTTP/1.1 400")
                .contains("\"error\":\"After AAAAAAAA, A has ended; possible: B (lock right).\"")
                .contains("\"schedule\":\"AAAAAAAA\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cb%3E", "A-B", "(", "%E2%98%83"})
    void what_is_no_word_is_refused_with_what_is_possible(String word) throws IOException {
        assertThat(position("LastTicket", "", word))
                .startsWith("HTTP/1.1 400")
                .contains("Possible at the start: A (read free), B (read free).");
    }

    @Test
    void a_word_that_is_too_long_is_refused_unread() throws IOException {
        assertThat(position("LastTicket", "", "A".repeat(100_000)))
                .startsWith("HTTP/1.1 400")
                .contains("No run has as many steps as this schedule of 100,000 letters.")
                .contains("Possible at the start: A (read free), B (read free).");
    }

    @Test
    void an_unknown_example_or_variant_is_answered_with_those_there_are() throws IOException {
        assertThat(position("Cashier", "", "A"))
                .startsWith("HTTP/1.1 400")
                .contains("The examples are: LastTicket, LockOrder, Reordering.");
        assertThat(position("LockOrder", "Fixed", "A"))
                .startsWith("HTTP/1.1 400")
                .contains("It has: BrokenFromThenTo, LowerNumberFirst.");
    }

    // ---- all schedules

    @Test
    void the_schedules_of_a_variant_are_counted() throws IOException {
        assertThat(get("/totals?example=LastTicket&variant=Broken"))
                .contains("{\"what\":\"2 sold\",\"schedules\":18,\"shortest\":\"AABABB\"")
                .contains("\"schedules\":20,");
    }

    // ---- who may ask

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: rebound.example:PORT",
                "Host: localhost",
                "Host: localhost:PORT\r\nOrigin: http://rebound.example",
                "Host: localhost:PORT\r\nOrigin: http://localhost:PORT.rebound.example",
                "Host: localhost:PORT\r\nOrigin: null",
                "Host: localhost:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors"
            })
    void a_page_of_another_site_is_refused(String headers) throws IOException {
        String answer = request("GET", "/examples.json", headers);

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("LastTicket");
        assertThat(answer).containsAnyOf("only.", "may send it requests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: 127.0.0.1:PORT",
                "Host: [::1]:PORT",
                "Host: localhost:PORT\r\nOrigin: http://localhost:PORT",
                "Host: localhost:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate"
            })
    void its_own_page_and_a_link_to_it_are_answered(String headers) throws IOException {
        assertThat(request("GET", "/", headers)).startsWith("HTTP/1.1 200");
    }

    @Test
    void nothing_can_be_sent_to_it() throws IOException {
        assertThat(request("POST", "/position", "Host: localhost:PORT")).startsWith("HTTP/1.1 405");
    }

    @Test
    void only_this_machine_can_reach_it() {
        assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
    }

    // ---- what is left behind

    @Test
    void readers_at_once_do_not_disturb_each_other() throws Exception {
        Callable<String> reader = () -> body(position("LastTicket", "", "ABABA"));
        String alone = reader.call();

        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : readers.invokeAll(Collections.nCopies(3, reader)))
                assertThat(answer.get()).isEqualTo(alone);
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    private static String position(String example, String variant, String word) throws IOException {
        return get("/position?example=%s&variant=%s&schedule=%s".formatted(example, variant, word));
    }

    private static String get(String address) throws IOException {
        return request("GET", address, "Host: localhost:PORT");
    }

    /** By hand, since no client of the JDK lets its user lie about Host and Origin. */
    private static String request(String method, String address, String headers)
            throws IOException {
        String request =
                "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                        .formatted(method, address, headers)
                        .replace("PORT", String.valueOf(server.port()));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
