// Two of the three are in the program: its letters. Only READY is not, and it is what is left of
// the time until the end, which is after the last work on the core and the waiting that follows
// it. Short, and tells nothing of when.

package concurrency.sequential.exercise;

final class WhereTimeGoes {
    record Times(int run, int ready, int blocked) {}

    static Times of(char task, String program, String core) {
        int run = (int) program.chars().filter(unit -> unit == '-').count();
        int blocked = program.length() - run;
        int waitsAtTheEnd = program.length() - 1 - program.lastIndexOf('-');
        int end = run == 0 ? blocked : core.lastIndexOf(task) + 1 + waitsAtTheEnd;
        return new Times(run, end - run - blocked, blocked);
    }
}
