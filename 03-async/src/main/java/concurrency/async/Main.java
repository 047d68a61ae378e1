package concurrency.async;

import concurrency.async.coroutines.Coroutine;
import concurrency.async.coroutines.Generator;
import concurrency.async.coroutines.HotOrCold;
import concurrency.async.coroutines.StackfulGenerator;
import concurrency.async.futures.AllOrFirst;
import concurrency.async.futures.Cancellation;
import concurrency.async.futures.Gather;
import concurrency.async.futures.WhereCallbacksRun;
import concurrency.async.futures.WrappedExceptions;
import concurrency.async.loop.AwaitMayYield;
import concurrency.async.loop.CourierOnTheLoop;
import concurrency.async.loop.EventLoop;
import concurrency.async.loop.GreedyTask;
import concurrency.async.loop.StillRaces;
import concurrency.async.loop.VirtualClock;
import concurrency.async.programs.AsyncBot;
import concurrency.async.programs.FourSpellings;
import concurrency.async.programs.NoChildLeftBehind;
import concurrency.async.programs.OneAtATime;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;

/** The tour: this module's examples in reading order, or the one that -Dexample names. */
final class Main {
    static final List<Class<?>> TOUR =
            List.of(
                    Generator.class,
                    StackfulGenerator.class,
                    Coroutine.class,
                    HotOrCold.class,
                    EventLoop.class,
                    VirtualClock.class,
                    AwaitMayYield.class,
                    CourierOnTheLoop.class,
                    GreedyTask.class,
                    StillRaces.class,
                    Gather.class,
                    AllOrFirst.class,
                    Cancellation.class,
                    WhereCallbacksRun.class,
                    WrappedExceptions.class,
                    AsyncBot.class,
                    FourSpellings.class,
                    OneAtATime.class,
                    NoChildLeftBehind.class);

    void main() throws ReflectiveOperationException {
        String wanted = System.getProperty("example", "");
        List<Class<?>> chosen = wanted.isEmpty() ? TOUR : named(wanted);
        String extra = System.getProperty("schedule", "") + System.getProperty("variant", "");
        if (!extra.isEmpty() || chosen.isEmpty()) {
            System.err.println(refusal(wanted, extra));
            System.exit(2);
        }
        IO.println("# 03-async: tasks in one thread, and we say where they yield\n");
        for (Class<?> example : chosen) {
            IO.println("## " + example.getSimpleName() + "\n");
            run(example);
            IO.println();
        }
    }

    /** An example's constructor and its {@code main} need not be public, as for the launcher. */
    private static void run(Class<?> example) throws ReflectiveOperationException {
        Constructor<?> constructor = example.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method main = example.getDeclaredMethod("main");
        main.setAccessible(true);
        main.invoke(constructor.newInstance());
    }

    private static List<Class<?>> named(String wanted) {
        return TOUR.stream().filter(e -> e.getSimpleName().equals(wanted)).toList();
    }

    /** Why that example is not run: there is none of that name, or it has no schedules. */
    static String refusal(String wanted, String extra) {
        if (!extra.isEmpty())
            return "-Dschedule and -Dvariant are for examples of 05-shared-memory: "
                    + "add -pl 05-shared-memory.";
        List<String> names = TOUR.stream().map(Class::getSimpleName).toList();
        return """
        03-async has no example '%s'. It has: %s.
        To run one: mvn -q compile exec:exec -pl 03-async -Dexample=%s\
        """
                .formatted(wanted, String.join(", ", names), names.getFirst());
    }
}
