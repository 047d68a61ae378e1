package concurrency.sequential;

import java.util.List;

/** The tour: this module's examples in reading order, or the one that -Dexample names. */
final class Main {
    static final List<Class<?>> TOUR =
            List.of(
                    OneCashMachine.class,
                    CourierRound.class,
                    BlockingBot.class,
                    FailureStopsTheRest.class,
                    ConcurrentModification.class);

    void main() throws ReflectiveOperationException {
        String wanted = System.getProperty("example", "");
        List<Class<?>> chosen = wanted.isEmpty() ? TOUR : named(wanted);
        if (chosen.isEmpty()) {
            System.err.println(unknown(wanted));
            System.exit(2);
        }
        IO.println("# 01-sequential: one thing after another\n");
        for (Class<?> example : chosen) {
            IO.println("## " + example.getSimpleName() + "\n");
            example.getDeclaredMethod("main")
                    .invoke(example.getDeclaredConstructor().newInstance());
            IO.println();
        }
    }

    private static List<Class<?>> named(String wanted) {
        return TOUR.stream().filter(e -> e.getSimpleName().equals(wanted)).toList();
    }

    /** What to say when this module has no example of that name. */
    static String unknown(String wanted) {
        List<String> names = TOUR.stream().map(Class::getSimpleName).toList();
        return """
        01-sequential has no example '%s'. It has: %s.
        To run one: mvn -q compile exec:exec -pl 01-sequential -Dexample=%s\
        """
                .formatted(wanted, String.join(", ", names), names.getFirst());
    }
}
