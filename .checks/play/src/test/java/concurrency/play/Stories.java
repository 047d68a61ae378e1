package concurrency.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader does on the page, whether its steps are taken on a server or were recorded. */
abstract class Stories {
    private static final Path PICTURES = Path.of("target", "pictures");

    private static Browser browser;

    abstract String address();

    @BeforeAll
    static void start() throws IOException {
        browser = new Browser();
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @BeforeEach
    void forget() {
        browser.open(address() + "play.css");
        browser.run("localStorage.clear(); return ''");
    }

    Browser browser() {
        return browser;
    }

    /** Follows a link. */
    void open(String hash) {
        browser.open(address() + hash);
        drawn();
    }

    private void drawn() {
        browser.until("document.querySelector('#run')?.dataset.at === location.hash");
    }

    /** Clicks on a step. */
    private void step(String letter) {
        String before = browser.run("return location.hash");
        browser.click(".step[data-letter=" + letter + "]:not([aria-disabled])");
        browser.until("location.hash != '" + before + "'");
        drawn();
    }

    private void steps(String... letters) {
        for (String letter : letters) step(letter);
    }

    private void guess(String outcome) {
        browser.click("#guess input[value='" + outcome + "']");
        browser.click("#guess button");
        browser.until("!document.querySelector('#verdict').hidden");
    }

    @Test
    void the_last_ticket_is_sold_twice() {
        open("");
        assertThat(browser.seen("#question")).startsWith("Think first: one seat is free");

        steps("A", "B", "A", "B", "A", "B");
        assertThat(browser.seen("#last"))
                .contains("B: write free. This step ends the run. How will it end?");
        guess("1 sold");

        assertThat(browser.seen("#verdict"))
                .contains("2 sold", "Wrong: one seat, sold twice", "You said: 1 sold.");
        browser.until("document.querySelector('#outcomes').rows.length > 1");
        assertThat(browser.seen("#after"))
                .contains("With this end: 18 of 20 schedules.", "found 1 of 2 outcomes")
                .contains("not found yet", "You have broken it.", "-Dschedule=ABABAB");
    }

    @Test
    void no_schedule_breaks_a_cure() {
        open("#LastTicket/OneLock/AAAAABBB");
        guess("1 sold");

        browser.until("document.querySelector('#outcomes').rows.length > 1");
        assertThat(browser.seen("#verdict")).contains("Right.", "As you said.");
        assertThat(browser.seen("#after")).contains("No schedule (of 2) breaks OneLock.");
    }

    @Test
    void two_transfers_are_stuck_and_the_page_says_who_holds_what() {
        open("#LockOrder/BrokenFromThenTo/");
        step("A");
        step("B");
        guess("deadlock");

        assertThat(browser.seen("#verdict")).contains("deadlock", "As you said.");
        assertThat(browser.seen("#threads"))
                .contains("A waits to lock right, which B holds", "since step 2: B lock right")
                .contains("B waits to lock left, which A holds", "since step 1: A lock left");
    }

    @Test
    void the_bounded_buffer_is_stuck_where_the_wrong_thread_is_notified() {
        open("#BoundedBuffer/BrokenNotify/BBBCCCAAAAAAAABBBBBBCCC");
        guess("deadlock");

        assertThat(browser.seen("#threads")).contains("waits for a notify on");
    }

    @Test
    void late_writes_arrive_in_steps_of_their_own() {
        open("#Reordering/Broken/");
        steps("A", "A", "B", "B");
        assertThat(browser.seen(".step.late"))
                .contains("arrive x", "A's late write reaches the others");
        steps("a", "b");
        guess("A reads 0, B reads 0");

        assertThat(browser.seen("#verdict")).contains("both writes come too late", "As you said.");
    }

    @Test
    void a_step_is_taken_back() {
        open("#LastTicket/Broken/AB");
        browser.click("#undo");
        browser.until("location.hash == '#LastTicket/Broken/A'");
        drawn();
        assertThat(rows()).isEqualTo(1);

        browser.run("history.back(); return ''");
        browser.until("location.hash == '#LastTicket/Broken/AB'");
        drawn();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void a_link_leads_to_its_schedule() {
        open("#LastTicket/FalseFixLockPerSeller/AB");

        assertThat(browser.run("return document.querySelector('#variant').value"))
                .isEqualTo("FalseFixLockPerSeller");
        assertThat(browser.run("return document.querySelector('#word').value")).isEqualTo("AB");
        assertThat(browser.seen("#source"))
                .contains("public synchronized boolean sell()")
                .contains("Scenario.of(");
        assertThat(browser.run("return document.querySelector('.codeline.here').innerText"))
                .matches("(?s)A\\s*B\\s*59.*");
    }

    @Test
    void an_impossible_word_runs_up_to_where_it_is_not_possible() {
        open("#LockOrder/BrokenFromThenTo/AAAAAAAAAB");

        assertThat(browser.seen("#error")).contains("After AAAAAAAA,", "possible: B (lock right)");
        assertThat(rows()).isEqualTo(8);
    }

    @Test
    void a_word_that_goes_on_after_the_end_says_what_is_left_over() {
        open("#LastTicket/Broken/AABABBAB");

        assertThat(browser.seen("#error"))
                .isEqualTo("The run is over after AABABB; AB is left over.");
    }

    @Test
    void small_letters_will_do_where_no_write_is_late() {
        open("#lastticket/broken/aba");

        browser.until("location.hash == '#LastTicket/Broken/ABA'");
        drawn();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void undo_first_drops_what_is_not_possible() {
        open("#LastTicket/Broken/ABX");
        browser.click("#undo");

        browser.until("location.hash == '#LastTicket/Broken/AB'");
        drawn();
        assertThat(browser.run("return String(document.querySelector('#error').hidden)"))
                .isEqualTo("true");
    }

    @Test
    void a_click_on_a_thread_that_cannot_go_on_marks_the_reason() {
        open("#LastTicket/OneLock/A");
        browser.click(".step[data-letter=B]");

        browser.until("document.querySelector('.stressed')");
        assertThat(browser.seen(".stressed")).contains("B waits to lock");
    }

    @Test
    void a_cure_can_be_predicted_to_fail() {
        open("#LastTicket/OneLock/AAAAABBB");

        browser.until("document.querySelector('#guess input[value=\"2 sold\"]')");
    }

    @Test
    void an_unknown_example_says_what_is_shown_instead() {
        open("#Cashier/Broken/");

        assertThat(browser.seen("#error"))
                .isEqualTo("There is no example 'Cashier' here. This is LastTicket, Broken.");
    }

    @Test
    void what_memory_holds_stands_above_the_steps() {
        open("#LastTicket/OneLock/A");

        assertThat(browser.seen("#now")).startsWith("Memory now: ").contains(": A");
    }

    /** How many steps the table shows. */
    private int rows() {
        return Integer.parseInt(
                browser.run("return '' + (document.querySelectorAll('#steps tr').length - 2)"));
    }

    @Test
    void what_is_no_word_is_told_in_a_sentence() {
        open("#LastTicket/Broken/");
        browser.run("document.querySelector('#word').focus(); return ''");
        browser.type("<b>\uE007");

        browser.until("!document.querySelector('#error').hidden");
        assertThat(browser.seen("#error")).contains("schedule is made of letters");
    }

    @Test
    void the_keyboard_is_enough() {
        open("#LastTicket/Broken/");
        browser.type("ababab");
        browser.until("document.activeElement.name == 'guess'");
        browser.type(" \uE007"); // chooses, and takes the step
        browser.until("document.activeElement.id == 'verdict'");
        assertThat(browser.seen("#verdict")).contains("2 sold");

        browser.type("u");
        browser.until("location.hash == '#LastTicket/Broken/ABABA'");
        browser.type("r");
        browser.until("location.hash == '#LastTicket/Broken/'");
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1280, light", "1280, dark"})
    void pictures_are_taken_of_every_state(int width, String scheme) throws IOException {
        browser.look(width, scheme);
        picture("#LastTicket/Broken/ABA", "start", width, scheme);
        picture("#LastTicket/OneLock/AA", "blocked", width, scheme);
        picture("#LastTicket/Broken/ABABAB", "question", width, scheme);
        guess("1 sold");
        browser.until("document.querySelector('#outcomes').rows.length > 1");
        take("broken", width, scheme);
        picture("#LastTicket/OneLock/AAAAABBB", "cure-question", width, scheme);
        guess("1 sold");
        browser.until("document.querySelector('#outcomes').rows.length > 1");
        take("cure", width, scheme);
        picture("#Reordering/Broken/AAB", "late", width, scheme);
        picture("#LockOrder/BrokenFromThenTo/AB", "deadlock-question", width, scheme);
        guess("deadlock");
        take("deadlock", width, scheme);
        picture("#LastTicket/Broken/ABX", "impossible", width, scheme);
    }

    private void picture(String hash, String name, int width, String scheme) throws IOException {
        open(hash);
        take(name, width, scheme);
    }

    private void take(String name, int width, String scheme) throws IOException {
        assertThat(browser.run("return '' + (document.documentElement.scrollWidth <= innerWidth)"))
                .as("%s fits into %d pixels", name, width)
                .isEqualTo("true");
        String where = getClass().getSimpleName().replace("PageTest", "");
        browser.picture(PICTURES.resolve("%s-%s-%d-%s.png".formatted(where, name, width, scheme)));
    }
}
