package concurrency.sharedmemory.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Interleaving;
import concurrency.sharedmemory.explorer.Position;
import concurrency.sharedmemory.explorer.Setup;
import java.util.Optional;
import java.util.Set;

/**
 * An answer, tried in every order of its steps, and what became of it.
 *
 * @param refused why it cannot be tried: it does what the explorer cannot put in order
 * @param failure the first order that goes wrong
 */
record Tried(Optional<String> refused, Optional<Interleaving> failure) {
    private static final int MORE_STEPS_THAN_A_CALL_HAS = 100;
    private static final Set<String> STUCK = Set.of("deadlock", "no progress", "no end");
    private static final String THROWN_BY = "thrown by ";

    static Tried of(Setup setup) {
        try {
            return new Tried(Optional.empty(), Explorer.check(setup).failure());
        } catch (IllegalStateException cannotBePutInOrder) {
            String why = withoutForeignLines(cannotBePutInOrder.getMessage());
            return new Tried(Optional.of(why), Optional.empty());
        }
    }

    /**
     * Fails if A, where it stands, keeps B waiting.
     *
     * @param where what A's next step has to touch; with "", A may stand anywhere
     * @param violated what they do, and that B waits
     */
    static void failIfBWaits(Setup setup, String where, String violated, String hint) {
        of(setup).failIfRefused();
        String stepsOfA = "";
        Position now = Explorer.position(setup, stepsOfA);
        // until A has ended, which is not this test's matter
        while (now.refused().isEmpty() && stepsOfA.length() < MORE_STEPS_THAN_A_CALL_HAS) {
            String thenB = stepsOfA + "B".repeat(MORE_STEPS_THAN_A_CALL_HAS);
            String waits = Explorer.position(setup, thenB).threads().get(1).waits();
            if (now.threads().getFirst().next().contains(where) && !waits.isEmpty())
                fail(
                        "%s%n%nWhen A has taken %s of its steps, %s.%n%nHint: %s"
                                .formatted(violated, stepsOfA.length(), waits, hint));
            stepsOfA += "A";
            now = Explorer.position(setup, stepsOfA);
        }
    }

    /** Of a stack only what is in the answer, or in the test of it. */
    private static String withoutForeignLines(String message) {
        String here = Tried.class.getPackageName();
        return message.lines()
                .filter(line -> !line.startsWith("\t") || line.contains(here))
                .collect(joining("\n"));
    }

    /** Fails if the explorer cannot try it. That does not make it wrong. */
    void failIfRefused() {
        refused.ifPresent(
                why ->
                        fail(
                                """
                                This cannot be tried here, be it right or wrong.

                                %s

                                Hint: synchronized can be tried, and so can those tools of \
                                java.util.concurrent that do not depend on time."""
                                        .formatted(why)));
    }

    /** Fails if the scenario's check does not hold after some order. */
    void failIfWrong(String hint) {
        failIfRefused();
        failure.filter(run -> !isStuck(run) && !isThrown(run) && !isRace(run))
                .ifPresent(run -> fails(run.wrong().orElseThrow(), run, hint));
    }

    /** Fails if in some order somebody waits for ever. */
    void failIfStuck(String hint) {
        failIfRefused();
        failure.filter(Tried::isStuck)
                .ifPresent(run -> fails("not every call comes to its end", run, hint));
    }

    /** The same, with a hint for whatever they wait for. */
    void failIfStuck() {
        failIfStuck(
                failure.flatMap(Interleaving::wrong).orElse("").contains(" to lock ")
                        ? "is each lock released on every way out? If there are several locks: in which"
                                + " order are they taken?"
                        : "who was to let the others go on, in every case?");
    }

    /** Fails if in some order a call throws what it may not. */
    void failIfThrown() {
        failIfRefused();
        failure.filter(Tried::isThrown)
                .ifPresent(
                        run ->
                                fails(
                                        "%s throws \"%s\"".formatted(thrower(run), run.outcome()),
                                        run,
                                        "what did the thread rely on, and which step took that"
                                                + " away?"));
    }

    /** Fails if in some order two accesses that nothing orders meet. */
    void failIfRaced() {
        failIfRefused();
        failure.filter(Tried::isRace)
                .ifPresent(
                        run ->
                                fails(
                                        "there is a " + run.outcome(),
                                        run,
                                        "what makes the two accesses happen one before the other?"
                                                + " The"
                                                + " same lock around both, a volatile field, a"
                                                + " collection that is made for threads?"));
    }

    private static boolean isStuck(Interleaving run) {
        return STUCK.contains(run.outcome());
    }

    private static boolean isThrown(Interleaving run) {
        return run.wrong().orElse("").startsWith(THROWN_BY);
    }

    private static String thrower(Interleaving run) {
        return run.wrong().orElseThrow().substring(THROWN_BY.length());
    }

    private static boolean isRace(Interleaving run) {
        return run.outcome().startsWith("data race ");
    }

    private static void fails(String what, Interleaving run, String hint) {
        fail("There is a schedule in which %s.%n%n%s%n%nHint: %s".formatted(what, run, hint));
    }
}
