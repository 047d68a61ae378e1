package concurrency.sharedmemory;

import java.util.List;

/**
 * The tour: this module's examples in reading order, or the one that -Dexample names; with
 * -Dschedule one run of that example's broken variant.
 */
final class Main {
    static final List<Class<?>> TOUR =
            List.of(
                    LastTicket.class,
                    TwoProcesses.class,
                    LostUpdate.class,
                    EverySchedule.class,
                    HowBadCanItGet.class,
                    RaceInTheWild.class,
                    WrongLock.class,
                    CompareAndSet.class,
                    AbaProblem.class,
                    Snapshot.class,
                    Reordering.class,
                    LazyOnce.class,
                    Peterson.class,
                    LockOrder.class,
                    DiningPhilosophers.class,
                    Livelock.class,
                    VirtualDeadlock.class,
                    BoundedBuffer.class);

    void main() throws ReflectiveOperationException {
        String wanted = System.getProperty("example", "");
        String schedule = System.getProperty("schedule", "");
        List<Class<?>> chosen = wanted.isEmpty() ? TOUR : named(wanted);
        if (chosen.isEmpty()) exit(unknown(wanted));
        if (wanted.isEmpty() && !schedule.isEmpty()) exit(whichExample(schedule));
        IO.println("# 05-shared-memory: same memory, and what can go wrong\n");
        for (Class<?> example : chosen) {
            IO.println("## " + example.getSimpleName() + "\n");
            Object instance = example.getDeclaredConstructor().newInstance();
            if (schedule.isEmpty()) example.getDeclaredMethod("main").invoke(instance);
            else replay(instance, schedule);
            IO.println();
        }
    }

    private static void replay(Object example, String schedule) {
        try {
            IO.println(Replayable.replay(example, schedule));
        } catch (IllegalArgumentException e) {
            exit(e.getMessage());
        }
    }

    private static void exit(String message) {
        System.err.println(message);
        System.exit(2);
    }

    private static List<Class<?>> named(String wanted) {
        return TOUR.stream().filter(e -> e.getSimpleName().equals(wanted)).toList();
    }

    /** What to say when this module has no example of that name. */
    static String unknown(String wanted) {
        List<String> names = TOUR.stream().map(Class::getSimpleName).toList();
        return """
        05-shared-memory has no example '%s'. It has: %s.
        To run one: mvn -q compile exec:exec -pl 05-shared-memory -Dexample=%s\
        """
                .formatted(wanted, String.join(", ", names), names.getFirst());
    }

    /** What to say to a schedule without an example. */
    static String whichExample(String schedule) {
        return """
        The schedule %s is for which example? As in:
        mvn -q compile exec:exec -pl 05-shared-memory -Dexample=LostUpdate -Dschedule=%s\
        """
                .formatted(schedule, schedule);
    }
}
