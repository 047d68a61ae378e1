// First the drawing, then a count of its letters. The drawing is what the red message shows, so a
// mistake can be seen before it is counted; the counting has nothing left to get wrong.

package concurrency.sequential.exercise;

final class WhereTimeGoes {
    record Times(int run, int ready, int blocked) {}

    static Times of(char task, String program, String core) {
        String drawing = drawing(task, program, core);
        return new Times(count(drawing, '-'), count(drawing, '.'), count(drawing, 'X'));
    }

    private static String drawing(char task, String program, String core) {
        var drawing = new StringBuilder();
        var left = new StringBuilder(program);
        while (!left.isEmpty()) {
            boolean waits = left.charAt(0) == 'X';
            boolean hasCore = !waits && core.charAt(drawing.length()) == task;
            drawing.append(waits ? 'X' : hasCore ? '-' : '.');
            if (waits || hasCore) left.deleteCharAt(0);
        }
        return drawing.toString();
    }

    private static int count(String drawing, char state) {
        return (int) drawing.chars().filter(letter -> letter == state).count();
    }
}
