package concurrency.async.exercise;

import static java.util.stream.Collectors.joining;

import concurrency.kit.Specification;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each fetch can be held in flight, and two threads that find a page at once are made to meet. */
@DisplayName("exercise 3.5: a crawler")
@Specification
class CrawlerTest {
    @Test
    @Order(1)
    void all_pages_that_can_be_reached_are_found() throws Exception {
        try (var web = new HeldWeb("a > b c, b > a d, c > c, d > e, e > a")) {
            web.crawl(2);
            web.mustReturn("a", "b", "c", "d", "e");
        }
    }

    @Test
    @Order(2)
    void never_more_are_in_flight_than_asked_for() throws Exception {
        try (var web = new HeldWeb("a > b c d e f g")) {
            web.hold("b", "c", "d", "e", "f", "g");
            web.crawl(3);
            if (web.inFlight(4) > 3)
                web.fails(
                        "%s pages are in flight, and 3 are allowed.".formatted(web.inFlight(4)),
                        "what must a thread have before it may fetch, and give back afterwards?");
        }
    }

    @Test
    @Order(3)
    void as_many_are_in_flight_as_asked_for() throws Exception {
        try (var web = new HeldWeb("a > b c d e f g")) {
            web.hold("a", "b", "c", "d", "e", "f", "g");
            web.crawl(3);
            web.inFlight(1);
            web.letOthersRest();
            web.release("a");
            if (web.inFlight(3) < 3)
                web.fails(
                        "Six pages are known, and %s are in flight.".formatted(web.inFlight(3)),
                        "whoever found nothing to do while a was fetched: does it look again?");
        }
    }

    @Test
    @Order(4)
    void it_ends_however_many_links_a_page_has() throws Exception {
        String pages = IntStream.range(0, 2000).mapToObj(i -> "p" + i).collect(joining(" "));
        try (var web = new HeldWeb("a > " + pages)) {
            web.crawl(2);
            web.mustReturnAll(2001);
        }
    }

    @Test
    @Order(5)
    void no_page_is_fetched_twice() throws Exception {
        try (var web = new HeldWeb("a > b c, b > d, c > d")) {
            web.hold("b", "c");
            web.crawl(2);
            if (web.inFlight(2) == 2) web.meetAt("d");
            web.release("b");
            web.release("c");
            web.mustReturn("a", "b", "c", "d");
            for (String page : web.pages())
                if (web.fetches(page) != 1)
                    web.fails(
                            "%s was fetched %s times.".formatted(page, web.fetches(page)),
                            "two threads find a page at the same time: which call tells just one"
                                    + " of them that it was the first?");
        }
    }

    @Test
    @Order(6)
    void when_it_returns_its_threads_are_over() throws Exception {
        try (var web = new HeldWeb("a > b c d")) {
            web.crawl(2);
            web.mustReturn("a", "b", "c", "d");
            if (web.isAnyThreadLeft())
                web.fails(
                        "All pages are fetched, and a thread is left behind.",
                        "who tells the threads that there is nothing left to do?");
        }
    }
}
