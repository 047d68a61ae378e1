/**
 * An instrument that makes races certain: it runs small programs on real threads in every order of
 * their steps, and shows the order that goes wrong as a table.
 *
 * <p>To use it, read {@link concurrency.sharedmemory.explorer.Scenario} and {@link
 * concurrency.sharedmemory.explorer.Explorer}, and an example such as LostUpdate. The program under
 * test is ordinary Java that is given its variables ({@link
 * concurrency.sharedmemory.explorer.Volatile}, {@link concurrency.sharedmemory.explorer.Plain}) and
 * its lock ({@link concurrency.sharedmemory.explorer.SteppedLock}).
 *
 * <p>To see how it works, read {@code Run} (one run: threads that hand the turn to each other),
 * {@code DepthFirstSearch} (all runs: depth first, equivalent orders left out), {@code Step} (which
 * steps commute) and {@code LinearExtensions} (how many orders were left out).
 *
 * <p>It is for two to four short threads. Variables are volatile, or plain with late and reordered
 * writes; that is not all of the Java memory model. For programs of a larger size there are
 * libraries; the module's page names them.
 */
package concurrency.sharedmemory.explorer;
