package concurrency.sharedmemory;

import concurrency.sharedmemory.atomics.AbaProblem;
import concurrency.sharedmemory.atomics.CompareAndSet;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Interleaving;
import concurrency.sharedmemory.locks.DiningPhilosophers;
import concurrency.sharedmemory.locks.FairOrNot;
import concurrency.sharedmemory.locks.Livelock;
import concurrency.sharedmemory.locks.LockOrder;
import concurrency.sharedmemory.locks.ReadersWriters;
import concurrency.sharedmemory.locks.VirtualDeadlock;
import concurrency.sharedmemory.locks.WrongLock;
import concurrency.sharedmemory.ordering.LazyOnce;
import concurrency.sharedmemory.ordering.Peterson;
import concurrency.sharedmemory.ordering.Reordering;
import concurrency.sharedmemory.ordering.SafePublication;
import concurrency.sharedmemory.ordering.Seqlock;
import concurrency.sharedmemory.ordering.Visibility;
import concurrency.sharedmemory.play.Play;
import concurrency.sharedmemory.races.CompoundActions;
import concurrency.sharedmemory.races.EverySchedule;
import concurrency.sharedmemory.races.HowBadCanItGet;
import concurrency.sharedmemory.races.LastTicket;
import concurrency.sharedmemory.races.LostUpdate;
import concurrency.sharedmemory.races.QueueIsNoCure;
import concurrency.sharedmemory.races.RaceInTheWild;
import concurrency.sharedmemory.races.Snapshot;
import concurrency.sharedmemory.sharing.Confinement;
import concurrency.sharedmemory.sharing.TwoProcesses;
import concurrency.sharedmemory.waiting.BoundedBuffer;
import concurrency.sharedmemory.waiting.Coordination;
import concurrency.sharedmemory.waiting.LostNotification;
import concurrency.sharedmemory.waiting.Stuck;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tour: this module's examples in reading order, or the one that -Dexample names. With
 * -Dschedule one run of that example's first variant, which is broken; with -Dvariant of another;
 * with -Dplay a page in the browser, on which the reader is the scheduler.
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
                    CompoundActions.class,
                    QueueIsNoCure.class,
                    Confinement.class,
                    WrongLock.class,
                    ReadersWriters.class,
                    FairOrNot.class,
                    CompareAndSet.class,
                    AbaProblem.class,
                    Snapshot.class,
                    Visibility.class,
                    Reordering.class,
                    SafePublication.class,
                    LazyOnce.class,
                    Peterson.class,
                    Seqlock.class,
                    LockOrder.class,
                    DiningPhilosophers.class,
                    Livelock.class,
                    VirtualDeadlock.class,
                    LostNotification.class,
                    BoundedBuffer.class,
                    Coordination.class,
                    Stuck.class);

    private static final String COMMAND = "mvn -q compile exec:exec -pl 05-shared-memory";
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_SCHEDULE = 1000;

    void main() throws ReflectiveOperationException, IOException {
        String example = System.getProperty("example", "");
        String variant = System.getProperty("variant", "");
        String schedule = System.getProperty("schedule", "");
        String play = System.getProperty("play", "");
        try {
            if (!play.isEmpty()) play(play, example, variant, schedule);
            else if (variant.isEmpty() && schedule.isEmpty()) tour(chosen(example));
            else IO.println(explored(example, variant, schedule));
        } catch (IllegalRequestException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void tour(List<Class<?>> examples) throws ReflectiveOperationException {
        IO.println("# 05-shared-memory: same memory, and what can go wrong\n");
        for (Class<?> example : examples) {
            IO.println("## " + example.getSimpleName() + "\n");
            Method main = example.getDeclaredMethod("main");
            main.setAccessible(true);
            main.invoke(made(example));
            IO.println();
        }
    }

    private static void play(String wish, String example, String variant, String schedule)
            throws IllegalRequestException, ReflectiveOperationException, IOException {
        String at = "";
        if (!example.isEmpty())
            at = "#%s/%s/%s".formatted(example, variant(example, variant).name(), schedule);
        try {
            Play.start(wish, explorables(), at);
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }

    /** The examples of the tour that take a schedule. */
    static List<Explorable> explorables() throws ReflectiveOperationException {
        List<Explorable> explorables = new ArrayList<>();
        for (Class<?> example : TOUR)
            if (made(example) instanceof Explorable explorable) explorables.add(explorable);
        return explorables;
    }

    private static Object made(Class<?> example) throws ReflectiveOperationException {
        Constructor<?> constructor = example.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /** What the reader has asked for is not there; the message says what is. */
    static final class IllegalRequestException extends Exception {
        private static final long serialVersionUID = 1;

        IllegalRequestException(String message) {
            super(message);
        }
    }

    /** The example of this name, or all of them if there is no name. */
    static List<Class<?>> chosen(String name) throws IllegalRequestException {
        if (name.isEmpty()) return TOUR;
        for (Class<?> example : TOUR)
            if (example.getSimpleName().equals(name)) return List.of(example);
        throw new IllegalRequestException(
                """
                05-shared-memory has no example '%s'. It has: %s.
                To run one: %s -Dexample=%s\
                """
                        .formatted(
                                shortened(name),
                                names(TOUR),
                                COMMAND,
                                TOUR.getFirst().getSimpleName()));
    }

    private static String names(List<Class<?>> examples) {
        return examples.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    /** One run of a variant; without a schedule, what all of its schedules lead to. */
    static String explored(String example, String variant, String schedule)
            throws IllegalRequestException, ReflectiveOperationException {
        if (example.isEmpty())
            throw new IllegalRequestException(
                    """
                    -Dschedule and -Dvariant need an example, as in
                    %s -Dexample=LostUpdate -Dschedule=ABBA\
                    """
                            .formatted(COMMAND));
        if (schedule.length() > LONGEST_SCHEDULE)
            throw new IllegalRequestException(
                    "No run has as many steps as this schedule: " + shortened(schedule));
        Variant chosen = variant(example, variant);
        if (schedule.isEmpty()) return Variant.table(List.of(chosen));
        try {
            return withVerdict(Explorer.replay(chosen.setup(), schedule));
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }

    /** A run's table says what is wrong with it; this says when nothing is. */
    private static String withVerdict(Interleaving run) {
        return run.wrong().isPresent() ? run.toString() : run + "\n\nright";
    }

    private static Variant variant(String example, String name)
            throws IllegalRequestException, ReflectiveOperationException {
        if (!(made(chosen(example).getFirst()) instanceof Explorable explorable))
            throw new IllegalRequestException(
                    """
                    %s runs freely: it has no variants, and takes no schedule. Run it with
                    %s -Dexample=%s\
                    """
                            .formatted(example, COMMAND, example));
        List<Variant> variants = explorable.variants();
        if (name.isEmpty()) return variants.getFirst();
        for (Variant variant : variants) if (variant.name().equals(name)) return variant;
        throw new IllegalRequestException(
                "%s has no variant '%s'. It has: %s."
                        .formatted(
                                example,
                                shortened(name),
                                variants.stream()
                                        .map(Variant::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static String shortened(String input) {
        if (input.length() <= LONGEST_WORD) return input;
        return "%s... (%,d characters)".formatted(input.substring(0, LONGEST_WORD), input.length());
    }
}
