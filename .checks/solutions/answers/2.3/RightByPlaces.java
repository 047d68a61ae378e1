// A merge is known by the places that A's steps take: a set of bits of the right size. Counting
// through all numbers needs neither recursion nor a library, and looks at many numbers that have
// too many bits or too few.

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.List;

final class LosingMerges {
    static List<String> of(String a, String b) {
        List<String> losing = new ArrayList<>();
        int steps = a.length() + b.length();
        for (int places = 0; places < 1 << steps; places++) {
            if (Integer.bitCount(places) != a.length()) continue;
            String merge = merge(a, b, places);
            int write = merge.indexOf('w', merge.indexOf('R'));
            if (write >= 0 && write < merge.indexOf('W')) losing.add(merge);
        }
        return losing;
    }

    private static String merge(String a, String b, int places) {
        var merge = new StringBuilder();
        int ofA = 0;
        for (int i = 0; i < a.length() + b.length(); i++)
            merge.append((places >> i & 1) == 1 ? a.charAt(ofA++) : b.charAt(i - ofA));
        return merge.toString();
    }
}
