package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is woven still does what it did: the language's less common constructs. */
@SuppressWarnings("RefactorSwitch") // every kind of it
class OrdinaryJavaTest {
    static class Base {
        protected int x;
        private long wide;
        private double real;
        private boolean flag;
        private byte small;

        Base() {
            init();
        }

        void init() {
            x = 1;
        }
    }

    static class Derived extends Base {
        private final int[] numbers = {1, 2, 3};
        private final long[] longs = new long[2];
        private final boolean[] flags = new boolean[2];
        private final Object[] objects = new Object[2];
        private final int[][] table = new int[2][3];

        @Override
        void init() {
            x = 2;
        }

        String touchAll() {
            super.wide += 3;
            super.real += 1.5;
            super.flag ^= true;
            super.small++;
            numbers[1] += 5;
            longs[1]++;
            flags[0] |= true;
            objects[1] = "o";
            table[1][2] -= 4;
            return "%d %d %.1f %b %d %d %d %b %s %d"
                    .formatted(
                            x,
                            super.wide,
                            super.real,
                            super.flag,
                            super.small,
                            numbers[1],
                            longs[1],
                            flags[0],
                            objects[1],
                            table[1][2]);
        }
    }

    @Test
    void fields_and_arrays_of_every_type() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var derived = new Derived();
                            var text = new String[1];
                            return Scenario.of(() -> text[0] = derived.touchAll())
                                    .outcome(() -> text[0]);
                        });
        assertThat(outcomes.counts()).containsOnlyKeys("2 3 1.5 true 1 7 1 true o -4");
    }

    private static final class Place {
        int visits;

        synchronized void visit() {
            visits++;
        }
    }

    @Test
    void what_is_made_in_the_middle_of_a_step_is_everybodys() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var places = new ConcurrentHashMap<String, Place>();
                            Body visit =
                                    () -> places.computeIfAbsent("a", _ -> new Place()).visit();
                            return Scenario.of(visit, visit)
                                    .outcome(() -> places.get("a").visits)
                                    .lateWrites();
                        });
        assertThat(outcomes.counts()).containsOnlyKeys("2");
    }

    private int outer;

    class Inner {
        int y = outer;

        int both() {
            outer++;
            return y + outer;
        }
    }

    @Test
    void inner_classes() {
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var test = new OrdinaryJavaTest();
                            Inner inner = test.new Inner();
                            return Scenario.of(inner::both).outcome(() -> test.outer);
                        });
        assertThat(outcomes.counts()).containsOnlyKeys("1");
    }

    enum Color {
        RED,
        GREEN
    }

    sealed interface Shape permits Circle, Square {}

    record Circle(int r) implements Shape {}

    record Square(int a) implements Shape {}

    private static int fib(int n, int[] calls) {
        calls[0]++;
        return n < 2 ? n : fib(n - 1, calls) + fib(n - 2, calls);
    }

    private static String everything(int shared) {
        int[] calls = new int[1];
        int f = fib(6, calls);
        var list = new ArrayList<Integer>();
        for (int i = 0; i < 5; i++) list.add(i * f);
        String text =
                list.stream().map(i -> i + shared).map(String::valueOf).reduce("", String::concat);
        Map<Color, Integer> map = new EnumMap<>(Color.class);
        for (Color color : Color.values()) map.merge(color, 1, Integer::sum);
        Shape shape = f % 2 == 0 ? new Circle(f) : new Square(f);
        String what =
                switch (shape) {
                    case Circle(int r) -> "c" + r;
                    case Square(int a) -> "s" + a;
                };
        switch (text) {
            case "x" -> what += "x";
            default -> what += text.length();
        }
        try {
            Object o = text;
            Integer i = (Integer) o;
            what += i;
        } catch (ClassCastException _) {
            what += "!";
        } finally {
            what += map;
        }
        var builder = new StringBuilder();
        for (char c : what.toCharArray()) builder.append(c == '=' ? ':' : c);
        return builder.append(calls[0]).append(new Circle(1).equals(new Circle(1))).toString();
    }

    @Test
    void streams_records_switches_exceptions_and_strings() {
        String expected = everything(3);
        var outcomes =
                Explorer.outcomes(
                        () -> {
                            var shared = new AtomicInteger(3);
                            List<String> told = new ArrayList<>();
                            return Scenario.of(() -> told.add(everything(shared.get())))
                                    .outcome(() -> told.getFirst());
                        });
        assertThat(outcomes.counts()).containsOnlyKeys(expected);
    }

    @Test
    void a_null_and_a_bad_index_throw_as_ever() {
        var aNull =
                Explorer.outcomes(
                        () -> {
                            var there = new Base();
                            Base none = null;
                            return Scenario.of(() -> there.x = none.x);
                        });
        assertThat(aNull.all().getFirst().what()).contains("NullPointerException");
        var aBadIndex =
                Explorer.outcomes(
                        () -> {
                            int[] numbers = new int[1];
                            return Scenario.of(() -> numbers[0] = numbers[2]);
                        });
        assertThat(aBadIndex.all().getFirst().what())
                .isEqualTo(
                        "java.lang.ArrayIndexOutOfBoundsException: Index 2 out of bounds for"
                                + " length 1");
    }
}
