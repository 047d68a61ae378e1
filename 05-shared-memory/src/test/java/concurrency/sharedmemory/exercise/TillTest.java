package concurrency.sharedmemory.exercise;

import static concurrency.sharedmemory.exercise.Till.NOWHERE;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tried in every order of the steps of two tills at which the voucher is shown. */
@DisplayName("exercise 5.1: one voucher, two tills")
@Timeout(value = 30, threadMode = SEPARATE_THREAD) // so that an endless loop does not hang the run
class TillTest {
    @Test
    void the_voucher_is_used_at_one_till_only() {
        expect(
                shop -> !(shop.atA.contains(true) && shop.atB.contains(true)),
                "the voucher is used at both tills",
                "what can till B do between A's look at the voucher and A's use of it?");
    }

    @Test
    void a_voucher_that_was_not_used_before_is_used() {
        expect(
                shop -> shop.atA.contains(true) || shop.atB.contains(true),
                "the voucher is new, and is used at no till",
                "use() returns whether the voucher was used now.");
    }

    @Test
    void a_till_that_is_shown_the_voucher_twice_uses_it_once() {
        expect(
                shop -> !shop.atA.equals(List.of(true, true)),
                "the voucher is shown at till A twice, and used twice",
                "use() returns whether the voucher was used now, and not whose it is.");
    }

    @Test
    void the_voucher_says_at_which_till_it_was_used() {
        expect(
                shop ->
                        shop.atA.contains(true) == shop.atB.contains(true)
                                || shop.usedAt.get().equals(shop.atA.contains(true) ? "A" : "B"),
                "usedAt is not the name of the till at which the voucher was used",
                "who writes usedAt, and what?");
    }

    @Test
    void each_till_comes_to_its_end() {
        explored(_ -> true, "")
                .failIf(
                        _ -> true,
                        "A till does not come to its end.",
                        "is each lock taken before it is given back, and given back on every way"
                                + " out?");
    }

    @Test
    void a_till_uses_nothing_but_what_it_was_given() {
        explored(_ -> true, "").failIfStrange();
    }

    private static void expect(Predicate<Shop> property, String violated, String hint) {
        explored(property, violated)
                .failIf(
                        run -> run.wrong().orElse("").equals(violated),
                        "There is an order of the steps in which " + violated + ".",
                        hint);
    }

    private static Explored explored(Predicate<Shop> property, String violated) {
        new Shop(new ReentrantLock()).till("A", new ReentrantLock()); // skips, if not started
        return Explored.of(
                Till.class,
                Set.of(String.class, Lock.class, Volatile.class),
                () -> {
                    var shop = new Shop(new SteppedLock("shop"));
                    return shop.twiceAtAAndOnceAtB().check(() -> property.test(shop), violated);
                });
    }

    private static final class Shop {
        final Lock shopLock;
        final Volatile<String> usedAt = new Volatile<>("usedAt", NOWHERE);

        // what use() has returned
        final List<Boolean> atA = new ArrayList<>();
        final List<Boolean> atB = new ArrayList<>();

        Shop(Lock shopLock) {
            this.shopLock = shopLock;
        }

        Till till(String name, Lock tillLock) {
            return new Till(name, tillLock, shopLock, usedAt);
        }

        Scenario twiceAtAAndOnceAtB() {
            Till a = till("A", new SteppedLock("till A"));
            Till b = till("B", new SteppedLock("till B"));
            return Scenario.of(
                            () -> {
                                atA.add(a.use());
                                atA.add(a.use());
                            },
                            () -> atB.add(b.use()))
                    .outcome(() -> "asked twice at A " + atA + ", at B " + atB);
        }
    }
}
