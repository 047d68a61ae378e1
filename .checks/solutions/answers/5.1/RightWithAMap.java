// A map with one entry, and putIfAbsent, which looks and puts in one step. A good idea if there
// are many vouchers and one map for all; for a single one it is a compare-and-set in a large
// box.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

final class Voucher {
    private final ConcurrentMap<String, String> till = new ConcurrentHashMap<>();

    boolean use(String name) {
        return till.putIfAbsent("used at", name) == null;
    }

    String usedAt() {
        return till.get("used at");
    }
}
