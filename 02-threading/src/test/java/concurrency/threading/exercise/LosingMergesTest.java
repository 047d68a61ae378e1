package concurrency.threading.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Each merge that is named has to be one and to lose a write; how many there are is known. */
@DisplayName("exercise 2.3: the merges that lose a write")
@Specification
class LosingMergesTest {
    private static final List<Programs> PROGRAMS =
            List.of(
                    new Programs("RW", "w", 1, Set.of("RwW")),
                    new Programs("RW", "r", 0, Set.of()),
                    new Programs("RW", "", 0, Set.of()),
                    new Programs("RW", "rw", 2, Set.of("RrwW", "rRwW")),
                    new Programs("RW", "ww", 3, Set.of("RwwW", "RwWw", "wRwW")),
                    new Programs("RWC", "rw", 2, Set.of("RrwWC", "rRwWC")),
                    new Programs("CRW", "wc", 2, Set.of("CRwWc", "CRwcW")),
                    new Programs("RCW", "rcw", 9, Set.of()),
                    new Programs("RCW", "rwrw", 26, Set.of()),
                    new Programs("RCCW", "rccw", 34, Set.of()));

    @Test
    @Order(1)
    void each_merge_keeps_the_order_of_both_programs() {
        for (Programs programs : PROGRAMS)
            for (String merge : programs.answer())
                if (!programs.isMerge(merge))
                    programs.fails(
                            merge,
                            "is no merge of the two: A's steps or B's are not those of the program",
                            "what can the first step of a merge be? There are two choices only.");
    }

    @Test
    @Order(2)
    void B_writes_between_the_read_and_the_write_of_A() {
        for (Programs programs : PROGRAMS)
            for (String merge : programs.answer())
                if (programs.isMerge(merge) && !Programs.isWriteLost(merge))
                    programs.fails(
                            merge,
                            "loses no write: B writes before A reads, or after A writes, or never",
                            "where in the merge is A's read, and what has to come after it?");
    }

    @Test
    @Order(3)
    void no_merge_is_listed_twice() {
        for (Programs programs : PROGRAMS) {
            List<String> answer = programs.answer();
            for (String merge : answer) {
                int times = Collections.frequency(answer, merge);
                if (times > 1)
                    programs.fails(
                            merge,
                            "is named %s times".formatted(times),
                            "follow one way of choosing the steps to its end: how often is the"
                                    + " merge written down?");
            }
        }
    }

    @Test
    @Order(4)
    void no_merge_that_loses_a_write_is_missing() {
        for (Programs programs : PROGRAMS) {
            Set<String> found = new HashSet<>(programs.answer());
            for (String merge : programs.some)
                if (!found.contains(merge))
                    programs.fails(
                            merge,
                            "loses a write and is not named",
                            "is it among the merges that you look at? If so, what do you ask of"
                                    + " it?");
            found.removeIf(merge -> !programs.isMerge(merge) || !Programs.isWriteLost(merge));
            if (found.size() < programs.losing)
                fail(
                        "%s and %s: %s merges lose a write, and only these are named: %s%n%nHint: %s"
                                .formatted(
                                        programs.a,
                                        programs.b,
                                        programs.losing,
                                        found,
                                        "how many merges do you look at? There are (m + n)! / (m!"
                                                + " n!)"));
        }
    }

    /**
     * Two programs.
     *
     * @param losing how many of their merges lose a write
     * @param some those of them that are told by name if they are missing
     */
    private record Programs(String a, String b, int losing, Set<String> some) {
        List<String> answer() {
            try {
                return LosingMerges.of(a, b);
            } catch (TestAbortedException e) {
                throw e; // not started
            } catch (RuntimeException e) {
                String at =
                        Arrays.stream(e.getStackTrace())
                                .filter(f -> f.getClassName().equals(LosingMerges.class.getName()))
                                .findFirst()
                                .map(frame -> "%n    at %s%n".formatted(frame))
                                .orElse("");
                throw new AssertionError(
                        "Programs %s and %s: of(...) throws %s%n%s".formatted(a, b, e, at), e);
            }
        }

        boolean isMerge(String merge) {
            return merge.length() == a.length() + b.length()
                    && merge.replaceAll("[^RCW]", "").equals(a)
                    && merge.replaceAll("[^rcw]", "").equals(b);
        }

        static boolean isWriteLost(String merge) {
            return merge.matches(".*R.*w.*W.*");
        }

        void fails(String merge, String violated, String hint) {
            fail(
                    """
                    Programs %s and %s: %s %s.

                    A   %s   R reads, C computes, W writes
                    B   %s   r reads, c computes, w writes

                    Hint: %s\
                    """
                            .formatted(
                                    a,
                                    b,
                                    merge,
                                    violated,
                                    merge.replaceAll("[rcw]", "."),
                                    merge.replaceAll("[RCW]", "."),
                                    hint));
        }
    }
}
