package concurrency.sharedmemory.exercise;

import concurrency.kit.Specification;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Up to three transfers at a time; tried in every order of their steps, with late writes. */
@DisplayName("exercise 5.3: transfer between accounts")
@Specification
class AccountTest {
    @Test
    @Order(1)
    void every_step_can_be_put_in_order() {
        tried(() -> new Bank("ann", "bob").thereAndBack()).failIfRefused();
    }

    @Test
    @Order(2)
    void money_is_moved_if_there_is_enough() {
        tried(() -> new Bank("ann", "bob").oneAfterTheOther())
                .failIfWrong("what is checked before anything is moved, and from where to where?");
    }

    @Test
    @Order(3)
    void a_transfer_to_the_same_account_changes_nothing() {
        Tried tried = tried(() -> new Bank("ann").toItself());
        tried.failIfWrong("both accounts are one. What is read first, and what is written last?");
        tried.failIfStuck("both accounts are one, and so is their lock. Can it be locked twice?");
    }

    @Test
    @Order(4)
    void no_money_is_lost_or_made() {
        String hint = "which accounts does a transfer change, and who may change them meanwhile?";
        tried(() -> new Bank("ann", "bob").thereAndBack()).failIfWrong(hint);
        tried(() -> new Bank("ann", "bob", "cat").twoIntoOne()).failIfWrong(hint);
    }

    @Test
    @Order(5)
    void no_account_is_overdrawn() {
        tried(() -> new Bank("ann", "bob", "cat").twoOutOfOne())
                .failIfWrong("the balance was checked: how long does that stay true?");
    }

    @Test
    @Order(6)
    void money_is_never_in_neither_account_nor_in_both() {
        tried(() -> new Bank("ann", "bob").audited())
                .failIfWrong("what may total() not see, and what keeps it out?");
    }

    @Test
    @Order(7)
    void transfers_in_opposite_directions_and_in_a_circle_end() {
        String hint = "who holds what another thread needs? In which order does each take the two?";
        tried(() -> new Bank("ann", "bob").thereAndBack()).failIfStuck(hint);
        tried(() -> new Bank("ann", "bob", "cat").circle()).failIfStuck(hint);
    }

    @Test
    @Order(8)
    void transfers_between_accounts_of_one_owner_end() {
        tried(() -> new Bank("ann", "ann").thereAndBack())
                .failIfStuck("both accounts are ann's. Which of them comes first, for all?");
        tried(() -> new Bank("Aa", "BB").thereAndBack())
                .failIfStuck("the owners are Aa and BB, and their hash codes are equal.");
    }

    @Test
    @Order(9)
    void transfers_without_a_common_account_do_not_wait() {
        new Account("", 0); // skips the test, if the exercise is not started
        Tried.failIfBWaits(
                () -> new Bank("ann", "bob", "cat", "dan").twoPairs(),
                "",
                "A moves money from ann to bob, B from cat to dan, and B waits.",
                "which lock do the two transfers have in common?");
    }

    @Test
    @Order(10)
    void nothing_is_thrown_and_nothing_races() {
        Tried tried = tried(() -> new Bank("ann", "bob").thereAndBack());
        tried.failIfThrown();
        tried.failIfRaced();
    }

    private static Tried tried(Setup setup) {
        new Account("", 0); // skips the test, if the exercise is not started
        return Tried.of(setup);
    }

    /** Accounts of these owners, with 10 in each. */
    private static final class Bank {
        final List<Account> accounts;
        final Notes<Object> seen = new Notes<>();

        Bank(String... owners) {
            accounts = List.of(owners).stream().map(owner -> new Account(owner, 10)).toList();
        }

        void move(int from, int to, int amount) {
            seen.add(accounts.get(from).transfer(accounts.get(to), amount));
        }

        List<Integer> balances() {
            return accounts.stream().map(Account::balance).toList();
        }

        Scenario oneAfterTheOther() {
            return scenario(
                            () -> {
                                move(0, 1, 7);
                                move(0, 1, 7);
                                move(1, 0, 17);
                            })
                    .check(
                            () -> seen.all().equals(List.of(true, false, true)),
                            "moving 7 there, 7 there and 17 back, with 10 in each account, should"
                                    + " return true, false and true, and does not")
                    .check(
                            () -> balances().equals(List.of(20, 0)),
                            "after 7 there and 17 back, with 10 in each account, they do not"
                                    + " hold 20 and 0");
        }

        Scenario toItself() {
            return scenario(() -> move(0, 0, 7))
                    .check(
                            () -> balances().equals(List.of(10)),
                            "A moves money from an account to itself, and the balance changes");
        }

        Scenario thereAndBack() {
            return scenario(() -> move(0, 1, 1), () -> move(1, 0, 2))
                    .check(
                            () -> balances().equals(List.of(11, 9)),
                            "A moves 1 there and B 2 back, with 10 in each account, and they do"
                                    + " not hold 11 and 9");
        }

        Scenario twoIntoOne() {
            return scenario(() -> move(0, 2, 1), () -> move(1, 2, 2))
                    .check(
                            () -> balances().equals(List.of(9, 8, 13)),
                            "A moves 1 and B 2 into a third account, with 10 in each, and they do"
                                    + " not hold 9, 8 and 13");
        }

        Scenario twoOutOfOne() {
            return scenario(() -> move(0, 1, 7), () -> move(0, 2, 7))
                    .check(
                            () -> balances().getFirst() == 3,
                            "A and B each take 7 out of one account with 10 in it, and what is left is not"
                                    + " 3");
        }

        Scenario audited() {
            return scenario(
                            () -> move(0, 1, 7),
                            () -> seen.add(accounts.get(0).total(accounts.get(1))))
                    .check(
                            () -> seen.of("B").equals(List.of(20)),
                            "A moves money between two accounts with 20 in both together, and B"
                                    + " finds another total");
        }

        Scenario circle() {
            return scenario(() -> move(0, 1, 1), () -> move(1, 2, 1), () -> move(2, 0, 1));
        }

        /** Every write is seen at once: it is about locks only. */
        Scenario twoPairs() {
            return Scenario.of(() -> move(0, 1, 1), () -> move(2, 3, 1));
        }

        private Scenario scenario(Body... bodies) {
            return Scenario.of(bodies)
                    .outcome(() -> "seen %s, balances %s".formatted(seen, balances()))
                    .lateWrites()
                    .notifyAny()
                    .spuriousWakeUps();
        }
    }
}
