package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Two columns of a table never have the same name. */
@SuppressWarnings({ // what is told apart
    "HidingField",
    "LockNotBeforeTry",
    "ReturnValueIgnored",
    "StringSplitter",
    "SynchronizeOnNonFinalField"
})
class ColumnNamesTest {
    static class Till {
        int total;
    }

    static class Ledger {
        int total;
    }

    static class Shop {
        static class Order {
            int n;
        }
    }

    static class Kitchen {
        static class Order {
            int n;
        }
    }

    static class Door {
        Object key = new Object();
    }

    static class Drawer extends Till {
        int total;
    }

    static final class Programs {
        private Programs() {}

        static Scenario sameFields() {
            var till = new Till();
            var ledger = new Ledger();
            return Scenario.of(() -> till.total = 1, () -> ledger.total = 1);
        }

        static Setup sameFieldsToo() {
            return Programs::sameFields;
        }

        static Scenario sameLocks() {
            var first = new Till();
            var second = new Till();
            return Scenario.of(() -> lock(new Object[] {first, second}));
        }

        static Setup sameLocksToo() {
            return Programs::sameLocks;
        }

        static Scenario sameClassNames() {
            var sold = new Shop.Order();
            var cooked = new Kitchen.Order();
            return Scenario.of(() -> sold.n = 1, () -> cooked.n = 1);
        }

        static Setup sameClassNamesToo() {
            return Programs::sameClassNames;
        }

        static Scenario hiddenField() {
            var drawer = new Drawer();
            return Scenario.of(() -> drawer.total = ((Till) drawer).total);
        }

        private static void lock(Object... all) {
            for (Object each : all)
                synchronized (each) {
                    each.hashCode();
                }
        }
    }

    private static List<String> columns(Setup setup) {
        var outcomes = Explorer.outcomes(setup);
        var table = Explorer.replay(setup, outcomes.all().getFirst().shortest());
        String heads =
                table.toString().lines().filter(row -> row.startsWith("|")).findFirst().get();
        List<String> columns = new ArrayList<>();
        for (String head : heads.substring(1).split("\\|")) columns.add(head.strip());
        columns.removeIf(head -> head.matches("[A-H]|line|.*[.]java"));
        return columns;
    }

    @Test
    void fields_of_two_classes_get_the_class_in_front() {
        assertThat(columns(Programs::sameFields)).containsExactly("Till.total", "Ledger.total");
    }

    @Test
    void the_steps_use_the_names_of_the_columns() {
        assertThat(Explorer.replay(Programs::sameFields, "AB").toString())
                .contains("write  Till.total 1")
                .contains("write  Ledger.total 1");
        var position = Explorer.position(Programs::sameFields, "A");
        assertThat(position.parts()).containsExactly("Till.total", "Ledger.total");
        assertThat(position.rows().getFirst().what(position.parts()))
                .isEqualTo("write  Till.total 1");
        assertThat(position.possible().getFirst().what()).isEqualTo("write Ledger.total");
    }

    @Test
    void a_hidden_field_is_told_from_the_one_that_hides_it() {
        assertThat(columns(Programs::hiddenField)).containsExactly("Till.total", "Drawer.total");
    }

    @Test
    void a_field_is_told_from_the_lock_in_it() {
        Setup setup =
                () -> {
                    var door = new Door();
                    return Scenario.of(
                            () -> {
                                synchronized (door.key) {
                                    door.key = null;
                                }
                            });
                };

        assertThat(columns(setup)).containsExactly("Door.key", "key's monitor");
    }

    @Test
    void a_list_is_told_from_its_monitor() {
        Setup setup =
                () -> {
                    List<String> list = Collections.synchronizedList(new ArrayList<>());
                    return Scenario.of(
                            () -> {
                                synchronized (list) {
                                    list.add("a");
                                }
                            });
                };

        assertThat(columns(setup)).containsExactly("list's monitor", "list");
    }

    @Test
    void what_one_thread_alone_can_reach_has_no_column() {
        Setup setup =
                () -> {
                    var till = new Till();
                    return Scenario.of(
                                    () -> {
                                        var own = new Till();
                                        own.total = 1;
                                        synchronized (own) {
                                            till.total = own.total;
                                        }
                                    })
                            .lateWrites();
                };

        assertThat(columns(setup)).containsExactly("till.total");
    }

    @Test
    void what_is_equal_still_gets_a_number() {
        assertThat(columns(Programs::sameClassNames)).containsExactly("Order.n", "Order.n 2");
    }

    @Test
    void without_the_names_of_variables_they_are_told_apart_as_well() throws Exception {
        var stripped =
                new WithoutDebugInfo(ColumnNamesTest.class).loadClass(Programs.class.getName());
        for (String program : Arrays.asList("sameFieldsToo", "sameLocksToo", "sameClassNamesToo")) {
            var method = stripped.getDeclaredMethod(program);
            method.setAccessible(true);
            assertThat(columns((Setup) method.invoke(null))).as(program).doesNotHaveDuplicates();
        }
    }

    @Test
    void locks_of_one_class_without_a_name() {
        Setup setup =
                () -> {
                    ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock()};
                    return Scenario.of(
                            () -> {
                                for (ReentrantLock lock : locks) {
                                    lock.lock();
                                    lock.unlock();
                                }
                            });
                };

        assertThat(columns(setup)).doesNotHaveDuplicates();
    }
}
