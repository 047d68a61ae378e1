package concurrency.sharedmemory.exercise;

import concurrency.kit.Specification;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two tills are shown a voucher; tried in every order of their steps, with late writes. */
@DisplayName("exercise 5.1: one voucher, two tills")
@Specification
class VoucherTest {
    @Test
    @Order(1)
    void every_step_can_be_put_in_order() {
        tried(() -> new Shop().twiceAtAAndOnceAtB()).failIfRefused();
    }

    @Test
    @Order(2)
    void a_new_voucher_is_used() {
        tried(
                        () -> {
                            var shop = new Shop();
                            return shop.twiceAtAAndOnceAtB()
                                    .check(
                                            () -> shop.uses("A") + shop.uses("B") > 0,
                                            "the voucher is new, and is used at no till");
                        })
                .failIfWrong("use() returns whether the voucher was used now.");
    }

    @Test
    @Order(3)
    void a_voucher_is_used_at_one_till_only() {
        tried(
                        () -> {
                            var shop = new Shop();
                            return shop.twiceAtAAndOnceAtB()
                                    .check(
                                            () -> shop.uses("A") == 0 || shop.uses("B") == 0,
                                            "the voucher is used at both tills");
                        })
                .failIfWrong(
                        "what can till B do between A's look at the voucher and A's use of it?");
    }

    @Test
    @Order(4)
    void a_till_that_is_shown_the_voucher_twice_uses_it_once() {
        tried(
                        () -> {
                            var shop = new Shop();
                            return shop.twiceAtAAndOnceAtB()
                                    .check(
                                            () -> shop.uses("A") < 2,
                                            "the voucher is shown at till A twice, and used twice");
                        })
                .failIfWrong("use() returns whether the voucher was used now, not whose it is.");
    }

    @Test
    @Order(5)
    void a_voucher_says_at_which_till_it_was_used() {
        tried(
                        () -> {
                            var shop = new Shop();
                            return shop.twiceAtAAndOnceAtB()
                                    .check(
                                            shop::saysWhere,
                                            "usedAt() is not the till at which the voucher was"
                                                    + " used");
                        })
                .failIfWrong("which calls write what usedAt() returns, and what do they write?");
    }

    @Test
    @Order(6)
    void using_one_voucher_does_not_use_another() {
        tried(VoucherTest::twoVouchers)
                .failIfWrong("what do the two vouchers have in common? Is anything static?");
    }

    @Test
    @Order(7)
    void every_call_returns() {
        var tried = tried(() -> new Shop().twiceAtAAndOnceAtB());
        tried.failIfStuck();
        tried.failIfThrown();
        tried.failIfRaced();
    }

    private static Tried tried(Setup setup) {
        new Voucher(); // skips the test, if the exercise is not started
        return Tried.of(setup);
    }

    private static Scenario twoVouchers() {
        var one = new Voucher();
        var other = new Voucher();
        var used = new Notes<Boolean>();
        return Scenario.of(() -> used.add(one.use("A")), () -> used.add(other.use("B")))
                .outcome(() -> "used " + used)
                .check(
                        () -> used.all().equals(List.of(true, true)),
                        "there are two vouchers, and one is not used")
                .lateWrites();
    }

    private static final class Shop {
        final Voucher voucher = new Voucher();
        final Notes<Boolean> used = new Notes<>();

        Scenario twiceAtAAndOnceAtB() {
            return Scenario.of(
                            () -> {
                                used.add(voucher.use("A"));
                                used.add(voucher.use("A"));
                            },
                            () -> used.add(voucher.use("B")))
                    .outcome(() -> "used " + used)
                    .lateWrites()
                    .notifyAny()
                    .spuriousWakeUps();
        }

        long uses(String till) {
            return used.of(till).stream().filter(yes -> yes).count();
        }

        boolean saysWhere() {
            if (uses("A") + uses("B") != 1) return true; // reported elsewhere
            return voucher.usedAt() != null && voucher.usedAt().equals(uses("A") > 0 ? "A" : "B");
        }
    }
}
