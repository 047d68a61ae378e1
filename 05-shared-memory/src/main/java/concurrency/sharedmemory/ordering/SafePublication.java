package concurrency.sharedmemory.ordering;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * An object is seen whole if nobody can find it before its constructor has ended, and its reference
 * is {@code volatile} or its fields are {@code final}.
 *
 * <p>Predict: a server's constructor sets its port. A makes a server while B looks for one and asks
 * it for its port. Can B be told 0? And if the field is {@code final}?
 *
 * <p>Why: a constructor that lets {@code this} escape shows others a field that it has not set yet;
 * neither {@code final} nor {@code volatile} helps. Even if it keeps {@code this} to itself, the
 * reference can arrive before the field. A thread that reads a {@code volatile} reference sees what
 * was written before it (JLS 17.4.5). A {@code final} field is seen as it was at the end of the
 * constructor by all who get the reference after that, however they get it (JLS 17.5).
 *
 * <p>Cures: {@code final} fields, at hardly any cost. Or hand the reference over safely: through a
 * {@code volatile} field, a lock, a concurrent collection. Let the constructor keep {@code this} to
 * itself, and let its caller register the object. If a superclass registers it all the same, Java
 * 25 lets you set the field before {@code super()} (JLS 8.8.7), so before the {@code volatile}
 * write in there. With a plain reference that would not be enough: JLS 17.5 promises nothing to
 * those who get the reference before the constructor has ended.
 *
 * <p>Next: {@link LazyOnce}
 */
public final class SafePublication implements Explorable {
    interface Server {
        int port();
    }

    static final class Registry {
        private volatile Server server;
    }

    abstract static class Registered implements Server {
        @SuppressWarnings("this-escape") // the mistake: javac finds this one
        Registered(Registry registry) {
            registry.server = this;
        }
    }

    static final class BrokenEscape extends Registered {
        private final int port;

        BrokenEscape(Registry registry) {
            super(registry); // from here on others can find it
            port = 8080;
        }

        @Override
        public int port() {
            return port;
        }
    }

    static final class SetBeforeSuper extends Registered {
        private final int port;

        SetBeforeSuper(Registry registry) {
            port = 8080;
            super(registry); // its volatile write happens-before each read that sees it
        }

        @Override
        public int port() {
            return port;
        }
    }

    static final class PlainField implements Server {
        private int port;

        PlainField(int port) {
            this.port = port;
        }

        @Override
        public int port() {
            return port;
        }
    }

    static final class FinalField implements Server {
        private final int port;

        FinalField(int port) {
            this.port = port;
        } // any thread that gets the reference after this sees the port

        @Override
        public int port() {
            return port;
        }
    }

    static final class PlainRegistry {
        private Server server;
    }

    /** A makes a server that registers itself. */
    static Scenario registersItself(Consumer<Registry> constructor) {
        var registry = new Registry();
        return makeAndAsk(() -> constructor.accept(registry), () -> registry.server);
    }

    /** A makes a server and then registers it. */
    static Scenario registered(IntFunction<Server> constructor) {
        var registry = new Registry();
        return makeAndAsk(() -> registry.server = constructor.apply(8080), () -> registry.server);
    }

    /** The same with a plain reference. */
    static Scenario registeredPlainly(IntFunction<Server> constructor) {
        var registry = new PlainRegistry();
        return makeAndAsk(() -> registry.server = constructor.apply(8080), () -> registry.server);
    }

    private static Scenario makeAndAsk(Body make, Supplier<Server> find) {
        var told = new Notes<Integer>();
        Body ask =
                () -> {
                    Server found = find.get();
                    if (found != null) told.add(found.port());
                };
        return Scenario.of(make, ask)
                .lateWrites()
                .outcome(
                        () -> told.all().isEmpty() ? "none found" : "port " + told.all().getFirst())
                .check(() -> !told.all().contains(0), "seen half-made");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenEscape", () -> registersItself(BrokenEscape::new)),
                new Variant("SetBeforeSuper", () -> registersItself(SetBeforeSuper::new)),
                new Variant("BrokenAllPlain", () -> registeredPlainly(PlainField::new)),
                new Variant("VolatileReference", () -> registered(PlainField::new)),
                new Variant("FinalField", () -> registeredPlainly(FinalField::new)));
    }

    void main() {
        IO.println("A makes a server with port 8080. B looks for one and asks for its port.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.check(() -> registersItself(BrokenEscape::new)) + "\n");
        IO.println(Explorer.check(() -> registeredPlainly(PlainField::new)));
    }
}
