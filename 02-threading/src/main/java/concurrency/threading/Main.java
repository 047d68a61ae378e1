package concurrency.threading;

import concurrency.threading.order.Interleavings;
import concurrency.threading.order.ScheduledByTheSystem;
import concurrency.threading.order.SleepIsNoOrder;
import concurrency.threading.order.StartIsNotRun;
import concurrency.threading.pools.CompletionOrder;
import concurrency.threading.pools.LeakedThreadLocal;
import concurrency.threading.pools.LostException;
import concurrency.threading.pools.PoolGrowth;
import concurrency.threading.pools.Shutdown;
import concurrency.threading.pools.StarvedPool;
import concurrency.threading.threads.Interruption;
import concurrency.threading.threads.LifeCycle;
import concurrency.threading.turns.CourierAndPartner;
import concurrency.threading.turns.SlicingAddsNoSpeed;
import concurrency.threading.turns.TwoCashMachines;
import concurrency.threading.turns.TwoCashiers;
import concurrency.threading.virtual.NoPinning;
import concurrency.threading.virtual.NoTimeSlicing;
import concurrency.threading.virtual.VirtualThreads;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;

/** The tour: this module's examples in reading order, or the one that -Dexample names. */
final class Main {
    static final List<Class<?>> TOUR =
            List.of(
                    TwoCashMachines.class,
                    TwoCashiers.class,
                    CourierAndPartner.class,
                    SlicingAddsNoSpeed.class,
                    Interleavings.class,
                    StartIsNotRun.class,
                    ScheduledByTheSystem.class,
                    SleepIsNoOrder.class,
                    LifeCycle.class,
                    Interruption.class,
                    LostException.class,
                    PoolGrowth.class,
                    StarvedPool.class,
                    CompletionOrder.class,
                    Shutdown.class,
                    LeakedThreadLocal.class,
                    VirtualThreads.class,
                    NoTimeSlicing.class,
                    NoPinning.class);

    void main() throws ReflectiveOperationException {
        String wanted = System.getProperty("example", "");
        List<Class<?>> chosen = wanted.isEmpty() ? TOUR : named(wanted);
        if (chosen.isEmpty()) {
            System.err.println(unknown(wanted));
            System.exit(2);
        }
        IO.println("# 02-threading: taking turns, or at the same moment\n");
        for (Class<?> example : chosen) {
            IO.println("## " + example.getSimpleName() + "\n");
            run(example);
            IO.println();
        }
    }

    private static void run(Class<?> example) throws ReflectiveOperationException {
        Constructor<?> constructor = example.getDeclaredConstructor();
        Method main = example.getDeclaredMethod("main"); // of another package, and not public
        constructor.setAccessible(true);
        main.setAccessible(true);
        main.invoke(constructor.newInstance());
    }

    private static List<Class<?>> named(String wanted) {
        return TOUR.stream().filter(e -> e.getSimpleName().equals(wanted)).toList();
    }

    /** What to say when this module has no example of that name. */
    static String unknown(String wanted) {
        List<String> names = TOUR.stream().map(Class::getSimpleName).toList();
        return """
        02-threading has no example '%s'. It has: %s.
        To run one: mvn -q compile exec:exec -pl 02-threading -Dexample=%s\
        """
                .formatted(wanted, String.join(", ", names), names.getFirst());
    }
}
