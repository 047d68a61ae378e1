/**
 * How ordinary Java is made to tell of its steps: its classes are loaded once more, with a call of
 * {@link concurrency.sharedmemory.explorer.steps.Hook} before each instruction that touches memory.
 *
 * <p>The door is {@link concurrency.sharedmemory.explorer.weaving.Carried}, which brings a setup
 * into that world. {@code SteppingLoader} loads the classes that belong to the {@code Program},
 * {@code Weaver} and {@code MethodWeaver} rewrite them with the JDK's Class-File API, {@code
 * Handover} has the calls of the JDK's methods, and {@code Statics} gives each run static variables
 * of its own.
 *
 * <p>Nothing else in the explorer depends on how this is done; read it last.
 */
package concurrency.sharedmemory.explorer.weaving;
