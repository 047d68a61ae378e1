package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Shared;

/** What {@link LazyOnce} makes once. Its constructor writes a field, which is not final. */
final class Settings {
    private final Shared<Integer> port = new Plain<>("port", 0);

    Settings() {
        port.set(8080);
    }

    int port() {
        return port.get();
    }

    @Override
    public String toString() {
        return "made";
    }
}
