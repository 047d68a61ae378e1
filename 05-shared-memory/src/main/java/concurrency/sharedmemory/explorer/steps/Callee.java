package concurrency.sharedmemory.explorer.steps;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * A method of the JDK, as called at one place of the program.
 *
 * @param kind how it is called
 * @param owner the class that the call names
 * @param type its parameters, the object that it is called on first
 * @param real the method itself; all arguments in an array
 */
public record Callee(Kind kind, Class<?> owner, Site site, MethodType type, MethodHandle real) {
    public enum Kind {
        STATIC,
        VIRTUAL,
        SUPER
    }

    String name() {
        return site.name();
    }

    boolean isOf(Class<?> type) {
        return type.isAssignableFrom(owner);
    }

    boolean isStatic() {
        return kind == Kind.STATIC;
    }

    Object really(Object[] arguments) throws Throwable {
        return real.invokeExact(arguments);
    }

    /** As in "Thread.sleep at Shop.java:12". */
    @Override
    public String toString() {
        return owner.getSimpleName() + "." + name() + " at " + site;
    }
}
