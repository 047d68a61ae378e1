package concurrency.sharedmemory;

import java.util.Set;

/** The price of {@link Snapshot}. Immutable, so whoever has a reference to it has all of it. */
record Price(int amount, String currency) {
    static final Price OLD = new Price(100, "EUR");
    static final Price NEW = new Price(120, "USD");
    static final Set<Price> EVER = Set.of(OLD, NEW);

    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
