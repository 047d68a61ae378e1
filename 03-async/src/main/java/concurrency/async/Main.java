package concurrency.async;

import java.util.List;

/** The tour: this module's examples in reading order, or the one that -Dexample names. */
final class Main {
    static final List<Class<?>> TOUR =
            List.of(
                    Generator.class,
                    EventLoop.class,
                    CourierOnTheLoop.class,
                    Coroutine.class,
                    AwaitGivesWay.class,
                    GreedyTask.class,
                    AsyncBot.class,
                    FourSpellings.class);

    void main() throws ReflectiveOperationException {
        String wanted = System.getProperty("example", "");
        List<Class<?>> chosen = wanted.isEmpty() ? TOUR : named(wanted);
        if (chosen.isEmpty()) {
            System.err.println(unknown(wanted));
            System.exit(2);
        }
        IO.println("# 03-async: tasks in one thread, and we say where they give way\n");
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
        03-async has no example '%s'. It has: %s.
        To run one: mvn -q compile exec:exec -pl 03-async -Dexample=%s\
        """
                .formatted(wanted, String.join(", ", names), names.getFirst());
    }
}
