package concurrency.sharedmemory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What HotSpot's thread dump in JSON says about who waits for whom; see {@code
 * HotSpotDiagnosticMXBean.dumpThreads}.
 *
 * @param waitsFor by name, the thread that owns the monitor that a thread is blocked on
 * @param parkedOn by name, the object that a thread is parked on; the dump names no owner of it
 */
record ThreadDump(Map<String, String> waitsFor, Map<String, String> parkedOn) {
    /** The fields of interest: "name" begins a thread, "object" is what it is parked on. */
    private static final Pattern FIELD =
            Pattern.compile(
                    "\"(name|blockedOn|object)\"\\s*:\\s*\"([^\"]*)\""
                            + "|\"(locks)\"\\s*:\\s*\\[([^]]*)]");

    static ThreadDump parse(String json) {
        Map<String, String> owners = new HashMap<>();
        Map<String, String> blockedOn = new HashMap<>();
        Map<String, String> parkedOn = new HashMap<>();
        Matcher field = FIELD.matcher(json);
        String thread = "";
        while (field.find()) {
            switch (field.group(1)) {
                case "name" -> thread = field.group(2);
                case "blockedOn" -> blockedOn.put(thread, field.group(2));
                case "object" -> parkedOn.put(thread, field.group(2));
                case null, default -> {
                    for (String monitor : strings(field.group(4))) owners.put(monitor, thread);
                }
            }
        }
        Map<String, String> waitsFor = new HashMap<>();
        blockedOn.forEach(
                (waiter, monitor) -> {
                    if (owners.containsKey(monitor)) waitsFor.put(waiter, owners.get(monitor));
                });
        return new ThreadDump(Map.copyOf(waitsFor), Map.copyOf(parkedOn));
    }

    private static List<String> strings(String array) {
        List<String> strings = new ArrayList<>();
        Matcher string = Pattern.compile("\"([^\"]*)\"").matcher(array);
        while (string.find()) strings.add(string.group(1));
        return strings;
    }

    /** Whether the one who waits for the one who waits ... for this thread is this thread. */
    boolean isInCircle(String thread) {
        String next = waitsFor.get(thread);
        for (int i = 0; i < waitsFor.size() && next != null; i++) {
            if (next.equals(thread)) return true;
            next = waitsFor.get(next);
        }
        return false;
    }
}
