package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Outcomes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** What a test asserts of all schedules of a scenario; its failures show the schedules. */
public final class ScenarioAssert extends AbstractAssert<ScenarioAssert, Setup> {
    private final Set<String> told = new HashSet<>();
    private Outcomes outcomes;

    private ScenarioAssert(Setup scenario) {
        super(scenario, ScenarioAssert.class);
    }

    /** Begins an assertion about this scenario. */
    public static ScenarioAssert assertThatScenario(Setup scenario) {
        return new ScenarioAssert(scenario);
    }

    /**
     * The same scenario, as strict as the memory model: a data race is wrong whatever comes of it,
     * a notification may wake any waiter, and a waiter may wake without one. Late writes need not
     * be tried: where there is no data race, Java promises that interleavings are all there is.
     */
    public static Scenario strictly(Scenario scenario) {
        return scenario.noDataRaces().notifyAny().spuriousWakeUps();
    }

    /** Every schedule ends, and passes the scenario's checks. */
    public ScenarioAssert isRightUnderEverySchedule() {
        Explorer.check(actual)
                .failure()
                .ifPresent(
                        wrong -> failWithMessage("Expected no schedule to go wrong:%n%n%s", wrong));
        return this;
    }

    /** There is a schedule that goes wrong, and the first that is found ends like this. */
    public ScenarioAssert goesWrongWith(String outcome) {
        var failure = Explorer.check(actual).failure();
        if (failure.isEmpty())
            failWithMessage("Expected '%s', but every schedule is right", outcome);
        String found = failure.orElseThrow().outcome();
        if (!found.equals(outcome))
            failWithMessage("Expected '%s', but found%n%n%s", outcome, failure.orElseThrow());
        return this;
    }

    /** This many schedules, no more and no fewer, have this outcome. */
    public ScenarioAssert leadsTo(String outcome, long schedules) {
        long counted = outcomes().counts().getOrDefault(outcome, 0L);
        if (counted != schedules)
            failWithMessage(
                    "Expected %,d schedules to lead to '%s', but there are %,d:%n%n%s",
                    schedules, outcome, counted, outcomes);
        told.add(outcome);
        return this;
    }

    /** No schedule has an outcome that was not named before. */
    public ScenarioAssert andToNothingElse() {
        if (!outcomes().counts().keySet().equals(told))
            failWithMessage("Expected only %s, but the outcomes are%n%n%s", told, outcomes);
        return this;
    }

    /** Each of these outcomes has a schedule, and there are no others. */
    public ScenarioAssert leadsOnlyTo(String... expected) {
        told.addAll(Set.of(expected));
        return andToNothingElse();
    }

    /** There are this many schedules. */
    public ScenarioAssert hasSchedules(long schedules) {
        if (outcomes().schedules() != schedules)
            failWithMessage(
                    "Expected %,d schedules, but the outcomes are%n%n%s", schedules, outcomes);
        return this;
    }

    /** This schedule is possible, and replayed it is this table (without the source's lines). */
    public ScenarioAssert replays(String schedule, String table) {
        String replayed = withoutLines(Explorer.replay(actual, schedule).toString());
        if (!replayed.equals(table))
            failWithMessage("Expected%n%n%s%n%nbut the run is%n%n%s", table, replayed);
        return this;
    }

    /** Cuts off the last column if it names a file, so that an example can be edited freely. */
    private static String withoutLines(String table) {
        String head = table.lines().filter(line -> line.startsWith("|")).findFirst().orElseThrow();
        int last = head.lastIndexOf('|', head.length() - 2);
        if (!head.substring(last).contains(".java")) return table;
        return table.lines()
                .map(line -> line.startsWith("|") ? line.substring(0, last + 1) : line)
                .collect(Collectors.joining("\n"));
    }

    private Outcomes outcomes() {
        if (outcomes == null) outcomes = Explorer.outcomes(actual);
        return outcomes;
    }
}
