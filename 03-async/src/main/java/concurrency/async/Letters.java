package concurrency.async;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** The tasks of {@link EventLoop}'s story, and the picture of their steps. */
final class Letters {
    /** A letter as it was written: when, on the loop's clock, and on which thread. */
    record Step(String letter, long at, Thread thread) {}

    private final EventLoop loop = new EventLoop();
    private final List<Step> steps = new ArrayList<>();

    /** Each task writes its letter so many times and yields after each. */
    static List<Step> takingTurns(int times, String... letters) throws InterruptedException {
        var story = new Letters();
        for (String letter : letters) {
            var task = new Generator<Wait>();
            for (int i = 0; i < times; i++)
                task.then(() -> story.write(letter)).yield(new Wait.Turn());
            story.loop.spawn(task);
        }
        story.loop.run();
        return story.steps;
    }

    /** Tasks A, B and so on sleep for so many points each, then write their letter. */
    static List<Step> sleeping(long... points) throws InterruptedException {
        var story = new Letters();
        for (int i = 0; i < points.length; i++) {
            String letter = Character.toString('A' + i);
            story.loop.spawn(
                    new Generator<Wait>()
                            .yield(new Wait.Sleep(points[i]))
                            .then(() -> story.write(letter)));
        }
        story.loop.run();
        return story.steps;
    }

    private void write(String letter) {
        steps.add(new Step(letter, loop.now(), Thread.currentThread()));
    }

    static String text(List<Step> steps) {
        return steps.stream().map(Step::letter).collect(joining());
    }

    static long threads(List<Step> steps) {
        return steps.stream().map(Step::thread).distinct().count();
    }

    /** A line for each task, a column for each step: {@code -} it runs, {@code X} it does not. */
    static String drawing(List<Step> steps) {
        return steps.stream()
                .map(Step::letter)
                .distinct()
                .map(letter -> line(letter, steps) + "   " + letter + "\n")
                .collect(joining("", "", "-".repeat(steps.size()) + "|--> steps"));
    }

    private static String line(String letter, List<Step> steps) {
        return steps.stream().map(s -> s.letter.equals(letter) ? "-" : "X").collect(joining());
    }
}
