package concurrency.cpuvsio;

/**
 * Work for a core and nothing else: no waiting, no memory, and each step needs the result of the
 * step before.
 */
final class Hashing {
    private Hashing() {}

    /** The 64-bit FNV-1a hash (Fowler, Noll and Vo) of bytes that count up from the first. */
    static long hash(int first, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < length; i++) hash = (hash ^ ((first + i) & 0xff)) * 0x100000001b3L;
        return hash;
    }
}
