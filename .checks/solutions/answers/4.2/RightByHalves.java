// Divide and conquer: split the workers and the row in the same proportion, hand one half to
// another thread and do the other oneself. The caller works, too, so there is one thread less.
// This is what a fork-join pool is for, but its common pool has a size of its own; here each half
// gets a virtual thread.

package concurrency.cpuvsio.exercise;

import java.util.concurrent.CompletableFuture;

final class SplitSum {
    interface Row {
        int length();

        long sum(int from, int to);
    }

    static long sum(Row row, int workers) {
        return sum(row, 0, row.length(), Math.min(workers, row.length()));
    }

    private static long sum(Row row, int from, int to, int workers) {
        if (workers == 1) return row.sum(from, to);
        int left = workers / 2;
        int shortest = (to - from) / workers;
        int rest = (to - from) % workers;
        int middle = from + left * shortest + Math.min(left, rest);
        var half = new CompletableFuture<Long>();
        Thread.startVirtualThread(() -> half.complete(sum(row, from, middle, left)));
        return sum(row, middle, to, workers - left) + half.join();
    }
}
