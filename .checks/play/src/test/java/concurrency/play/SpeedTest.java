package concurrency.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * How quick the page is. The figures are this run's; what is asserted is so generous that only a
 * mistake of another order of magnitude gets there, and no busy machine.
 */
class SpeedTest {
    private static final int REQUESTS = 1_000;
    private static final int CLICKS = 40;
    private static final String POLITE = "Livelock/BrokenBothPolite/";

    @Test
    void forty_steps_are_made_again_at_each_request() throws Exception {
        try (var server = new Command.Server();
                var client = HttpClient.newHttpClient()) {
            var nothing = URI.create(server.address + "nothing");
            var position =
                    URI.create(
                            server.address
                                    + "position?example=Livelock&variant=BrokenBothPolite&schedule="
                                    + "ABABABAB".repeat(5));
            double[] empty = new double[REQUESTS];
            double[] steps = new double[REQUESTS];
            for (int warm = 0; warm < REQUESTS; warm++) millis(client, position);
            for (int i = 0; i < REQUESTS; i++) { // in turn, so that a busy moment meets both
                empty[i] = millis(client, nothing);
                steps[i] = millis(client, position);
            }
            double ratio = median(steps) / median(empty);
            System.out.printf(
                    "this run: a request takes %.2f ms for 40 steps, %.2f ms for none (medians of %,d): %.1f times%n",
                    median(steps), median(empty), REQUESTS, ratio);
            assertThat(ratio).isLessThan(100); // the aim is 20
        }
    }

    private static double millis(HttpClient client, URI address) throws Exception {
        long began = System.nanoTime();
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        return (System.nanoTime() - began) / 1e6;
    }

    @Test
    void the_page_is_laid_out_soon_after_a_click() throws Exception {
        try (var server = new Command.Server();
                var browser = new Browser()) {
            browser.open(server.address + "#" + POLITE);
            browser.until("document.querySelector('#run')?.dataset.at === location.hash");
            clicks(browser); // warm
            browser.click("#restart");
            browser.until(
                    "location.hash == '#"
                            + POLITE
                            + "' && document.querySelector('#run').dataset.at === location.hash");
            double median = median(clicks(browser));
            System.out.printf(
                    "this run: the page is laid out %.0f ms after a click (median of %d)%n",
                    median, CLICKS);
            assertThat(median).isLessThan(1_000); // the aim is 100
        }
    }

    /** Both are polite, step by step; how long each click took, in milliseconds. */
    private static double[] clicks(Browser browser) {
        String times =
                browser.run(
                        """
                        return (async () => {
                          const times = [], run = document.querySelector('#run');
                          for (let i = 0; i < %d; i++) {
                            const before = location.hash, began = performance.now();
                            document.querySelector(`.step[data-letter=${'AB'[i %% 2]}]`).click();
                            while (location.hash === before || run.dataset.at !== location.hash)
                              await new Promise(done => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
                            document.body.offsetHeight; // lays it out
                            times.push(performance.now() - began);
                          }
                          return times.join(' ');
                        })()
                        """
                                .formatted(CLICKS));
        return Arrays.stream(times.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
