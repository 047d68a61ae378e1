// Walks through the time with a finger on the program. The finger moves when the task waits, or
// has the core; when it stays where it is, the task is READY. The three branches are the three
// states.

package concurrency.sequential.exercise;

final class WhereTimeGoes {
    record Times(int run, int ready, int blocked) {}

    static Times of(char task, String program, String core) {
        int run = 0;
        int ready = 0;
        int blocked = 0;
        int next = 0;
        for (int time = 0; next < program.length(); time++) {
            if (program.charAt(next) == 'X') {
                blocked++;
                next++;
            } else if (time < core.length() && core.charAt(time) == task) {
                run++;
                next++;
            } else {
                ready++;
            }
        }
        return new Times(run, ready, blocked);
    }
}
