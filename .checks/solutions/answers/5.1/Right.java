// One monitor from the look to the use: while one till is between the two, the other waits at the
// door. The least to think about, and the way to go as soon as there are two fields that belong
// together. The lock is the voucher's own, so two vouchers do not keep each other waiting.

package concurrency.sharedmemory.exercise;

final class Voucher {
    private String usedAt;

    synchronized boolean use(String till) {
        if (usedAt != null) return false;
        usedAt = till;
        return true;
    }

    synchronized String usedAt() {
        return usedAt;
    }
}
