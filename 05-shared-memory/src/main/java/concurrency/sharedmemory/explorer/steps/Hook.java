package concurrency.sharedmemory.explorer.steps;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What the woven program calls; not for anybody else. Each call comes right before the instruction
 * that it tells of, and returns when that is the thread's next step.
 *
 * <p>The last argument is the number of the {@link Site}.
 */
public final class Hook {
    private Hook() {}

    public static void read(Object owner, int site) {
        Variables.read(owner, Site.of(site));
    }

    public static void readFinal(Object owner, int site) {
        Variables.readFinal(owner, Site.of(site));
    }

    public static void write(Object owner, Object value, int site) {
        Variables.write(owner, value, Site.of(site));
    }

    public static void readElement(Object array, int index, int site) {
        Variables.readElement(array, index, Site.of(site));
    }

    public static void writeElement(Object array, int index, Object value, int site) {
        Variables.writeElement(array, index, value, Site.of(site));
    }

    public static void enter(Object monitor, int site) {
        Locks.enter(monitor, Site.of(site));
    }

    public static void exit(Object monitor, int site) {
        Locks.exit(monitor, Site.of(site));
    }

    /** This object is new. */
    public static void made(Object object) {
        Made.made(object);
    }

    /** The constructor of this class has ended for this object. */
    public static void constructed(Object object, Class<?> by) {
        if (object.getClass() == by) Made.constructed(object);
    }

    /** A variable or field of this name refers to the object. */
    public static void named(Object object, String name) {
        Made.named(object, name);
    }

    /** A constructor that is not woven gets this argument. */
    public static void copied(Object argument, int site) {
        Calls.copied(argument, Site.of(site));
    }

    // ---- classes are initialised in one go, as part of what the thread that needs them does

    public static void enterInit() {
        if (Here.me() != null) Here.me().inside++;
    }

    public static void exitInit() {
        if (Here.me() != null) Here.me().inside--;
    }

    /** Whether the class was last initialised in another run than the present one. */
    public static boolean isFirstUse(Object run) {
        Run current = Here.current();
        return current != null && current != run;
    }

    public static Object run() {
        return Here.current();
    }

    // ---- linkage

    private static final MethodHandle CALL;

    static {
        var type = MethodType.methodType(Object.class, Callee.class, Object[].class);
        try {
            CALL = MethodHandles.lookup().findStatic(Calls.class, "call", type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Links a call to {@link Calls#call}. */
    public static CallSite link(
            MethodHandles.Lookup lookup,
            String name,
            MethodType type,
            MethodHandle real,
            Class<?> owner,
            String kind,
            int site) {
        int count = type.parameterCount();
        MethodHandle spread =
                real.asFixedArity()
                        .asSpreader(Object[].class, count)
                        .asType(MethodType.methodType(Object.class, Object[].class));
        var callee = new Callee(Callee.Kind.valueOf(kind), owner, Site.of(site), type, spread);
        return new ConstantCallSite(
                CALL.bindTo(callee).asCollector(Object[].class, count).asType(type));
    }
}
