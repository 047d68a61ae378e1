package concurrency.sharedmemory;

import java.util.List;

/**
 * An example whose variants the explorer runs under every schedule. {@code -Dschedule=ABBA} shows
 * one run of the first of them, {@code -Dvariant=Synchronized} picks another.
 */
public interface Explorable {
    /** The variants in the order of the source: the broken ones first, the cures last. */
    List<Variant> variants();
}
