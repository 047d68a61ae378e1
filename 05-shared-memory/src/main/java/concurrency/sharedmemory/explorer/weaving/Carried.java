package concurrency.sharedmemory.explorer.weaving;

import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.lang.invoke.SerializedLambda;
import java.util.function.Supplier;

/**
 * A setup, carried into the world where every step is seen: written as bytes, and read there. So a
 * lambda is made again from the woven class, and what it captures is as good as new in every run.
 */
public final class Carried implements Supplier<Scenario>, AutoCloseable {
    private final byte[] bytes;
    private final boolean isValue;
    private final SteppingLoader loader;

    /** Used again for each run, if nothing in it can change. */
    private Setup value;

    public Carried(Setup setup) {
        if (setup.getClass().getPackageName().isEmpty())
            throw new IllegalArgumentException(
                    "the setup is in a class without a package: put it into one, since the steps of"
                            + " all classes in it and below it are seen");
        var written = new ByteArrayOutputStream();
        try (var out = new Writer(written)) {
            out.writeObject(setup);
            isValue = out.valuesOnly;
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "the setup captures a "
                            + e.getMessage()
                            + ", which is not Serializable: make it inside the setup, or let the"
                            + " class implement Serializable (a method reference such as"
                            + " this::broken captures this; a static method has none)",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes = written.toByteArray();
        loader = SteppingLoader.borrow(setup.getClass());
    }

    @Override
    public Scenario get() {
        if (!isValue) return read().get();
        if (value == null) value = read();
        return value.get();
    }

    private Setup read() {
        try (var in = new Reader(bytes, loader)) {
            return (Setup) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the setup cannot be read again: " + e, e);
        }
    }

    @Override
    public void close() {
        loader.giveBack();
    }

    /** Notes whether anything but lambdas and immutable values is written. */
    private static final class Writer extends ObjectOutputStream {
        /** What {@code List.of} and the like are written as; their elements are looked at, too. */
        private static final String IMMUTABLE = "java.util.CollSer";

        boolean valuesOnly = true;
        private boolean argumentsNext;

        Writer(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object written) {
            boolean captured = argumentsNext && written instanceof Object[]; // the lambda's own
            argumentsNext = written instanceof SerializedLambda;
            valuesOnly &= captured || isValue(written);
            return written;
        }

        private static boolean isValue(Object written) {
            if (written.getClass().getName().equals(IMMUTABLE)) return true;
            return switch (written) {
                case SerializedLambda _, String _, Boolean _, Character _, Enum<?> _, Class<?> _ ->
                        true;
                case Number number -> number.getClass().getPackageName().equals("java.lang");
                default -> false;
            };
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final SteppingLoader loader;

        Reader(byte[] bytes, SteppingLoader loader) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type)
                throws IOException, ClassNotFoundException {
            try {
                return Class.forName(type.getName(), false, loader);
            } catch (ClassNotFoundException _) {
                return super.resolveClass(type); // int.class and the like
            }
        }
    }
}
