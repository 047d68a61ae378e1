package concurrency.play;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A Chromium without a window, driven as a reader's hands would: keys, clicks, and a look. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
    private static final Pattern VALUE =
            Pattern.compile("\"(?:value|data)\":\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"(\\w+)\"");
    private static final Pattern UNICODE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    private final Process driver;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI session;

    Browser() throws IOException {
        driver = new ProcessBuilder("chromedriver", "--port=0").redirectErrorStream(true).start();
        URI sessions = URI.create("http://127.0.0.1:" + port(driver.inputReader()) + "/session");
        String made =
                send(
                        "POST",
                        sessions,
                        """
                        {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args":
                          ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]}}}}
                        """);
        session = URI.create(sessions + "/" + group(SESSION, made));
    }

    private static String port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) return port.group(1);
        }
        throw new IOException("chromedriver did not start");
    }

    void open(String address) {
        command("url", "{\"url\": %s}".formatted(quoted(address)));
    }

    /** What this script returns, which is a text. */
    String run(String script) {
        return text(
                command(
                        "execute/sync",
                        "{\"args\": [], \"script\": %s}".formatted(quoted(script))));
    }

    /** Waits until this expression is true on the page. */
    void until(String expression) {
        Awaitility.await(expression)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> run("return String(!!(" + expression + "))").equals("true"));
    }

    /** Clicks on what this selector finds, as soon as it is there. */
    void click(String selector) {
        String found = "document.querySelector(%s)".formatted(quoted(selector));
        until(found);
        run(found + ".click(); return ''");
    }

    /** Presses these keys, one after the other, wherever the focus is. */
    void type(String keys) {
        var actions = new StringBuilder();
        for (char key : keys.toCharArray())
            for (String way : new String[] {"keyDown", "keyUp"})
                actions.append(actions.isEmpty() ? "" : ",")
                        .append(
                                "{\"type\": \"%s\", \"value\": %s}"
                                        .formatted(way, quoted("" + key)));
        command(
                "actions",
                "{\"actions\": [{\"type\": \"key\", \"id\": \"keys\", \"actions\": [%s]}]}"
                        .formatted(actions));
    }

    /** The visible text of what this selector finds. */
    String seen(String selector) {
        return run("return document.querySelector(%s).innerText".formatted(quoted(selector)));
    }

    /** From now on the page is this wide, and light or dark. */
    void look(int width, String scheme) {
        devtools(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\": %d, \"height\": 900, \"deviceScaleFactor\": 1, \"mobile\": false}"
                        .formatted(width));
        devtools(
                "Emulation.setEmulatedMedia",
                "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"%s\"}]}"
                        .formatted(scheme));
    }

    /** A picture of the whole page, below the fold too. */
    void picture(Path file) throws IOException {
        String picture = devtools("Page.captureScreenshot", "{\"captureBeyondViewport\": true}");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(text(picture)));
    }

    private String devtools(String command, String parameters) {
        return command(
                "goog/cdp/execute",
                "{\"cmd\": \"%s\", \"params\": %s}".formatted(command, parameters));
    }

    private String command(String name, String body) {
        return send("POST", URI.create(session + "/" + name), body);
    }

    private String send(String method, URI to, String body) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(to)
                            .method(method, BodyPublishers.ofString(body))
                            .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new AssertionError(body + "\n" + answer.body());
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String answer) {
        String text = group(VALUE, answer).replace("\\/", "/");
        text =
                UNICODE.matcher(text)
                        .replaceAll(
                                u ->
                                        Matcher.quoteReplacement(
                                                "" + (char) Integer.parseInt(u.group(1), 16)));
        return text.translateEscapes();
    }

    private static String group(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) throw new AssertionError("no " + pattern + " in " + text);
        return found.group(1);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray())
            if (letter < ' ' || letter == '"' || letter == '\\' || letter > '~')
                quoted.append("\\u%04x".formatted((int) letter));
            else quoted.append(letter);
        return quoted.append('"').toString();
    }

    @Override
    public void close() {
        send("DELETE", session, "");
        driver.destroy();
        client.close();
    }
}
