/**
 * An instrument that makes races certain: it runs small programs on real threads in every order of
 * their steps, and shows the order that goes wrong as a table.
 *
 * <p>To use it, read {@link concurrency.sharedmemory.explorer.Scenario} and {@link
 * concurrency.sharedmemory.explorer.Explorer}, and an example such as LostUpdate. The program under
 * test is ordinary Java.
 *
 * <p>To see how it works, read first {@link concurrency.sharedmemory.explorer.steps}: {@code Run}
 * (threads that hand the turn to each other), {@code Step} (which steps commute), and what a step
 * touches. Then, here, {@code Replay} (one schedule), {@code DepthFirstSearch} (all of them, depth
 * first, without what is known already), {@code States} (when two runs are in the same state) and
 * {@code State} (in how many ways each outcome is reached from there), then {@code Result} and
 * {@code Tally} (what came out). Last, as a chapter of its own, {@link
 * concurrency.sharedmemory.explorer.weaving}: how ordinary Java is made to report its steps.
 *
 * <p>It is for short threads, up to eight, of which more than four are rarely affordable. For
 * larger programs there are libraries; the module's page names them.
 *
 * <h2>What the model leaves out</h2>
 *
 * <p>"Right" means right under every schedule of this model. The model has all interleavings, and,
 * if a scenario asks for them, writes to plain variables that arrive late and overtake each other,
 * notifications to any waiter, and one wake-up of each thread without a notification. The Java
 * memory model (JLS 17.4) also allows what follows, of which this model shows nothing:
 *
 * <ul>
 *   <li>a plain write that overtakes an <em>older</em> volatile one: the two writes of a seqlock's
 *       data and its number can change places, and with plain data a reader gets torn values that
 *       no schedule here shows;
 *   <li>reads that are made early, before an older read or write of their thread;
 *   <li>incoherent reads: of two plain reads of one variable the later may see the older value, and
 *       two readers may see two writes in different orders;
 *   <li>a loop that never sees a plain flag, because its condition was hoisted: a late write
 *       eventually arrives;
 *   <li>a plain write that is still under way when its thread locks, or fails at a compare-and-set:
 *       it may pass the lock of a monitor that nobody else takes, but here all late writes arrive
 *       first;
 *   <li>the weaker modes of {@code VarHandle} and the atomic classes: acquire and release are taken
 *       for volatile, an opaque write is seen at once, and weakCompareAndSet never fails
 *       spuriously;
 *   <li>the orders of calls that a collection made for threads leaves open: what comes before a
 *       {@code put} happens-before a {@code get} of that key, but here of any key. And a {@code
 *       get} that changes the map, as in a LinkedHashMap in access order, is taken for a read;
 *   <li>time: nothing takes long, no wait times out; and a second wake-up of a thread without a
 *       notification, or a spurious one of a thread that has been notified.
 * </ul>
 *
 * <p>If no interleaving has a data race, Java promises that interleavings are all there is (JLS
 * 17.4.3). So a scenario that is right with {@code noDataRaces()}, {@code notifyAny()} and {@code
 * spuriousWakeUps()} is right in Java, if it uses neither time nor the weaker modes, and relies
 * only on what the Javadoc of each class promises. And the seqlock with plain data is reported as
 * what it is: a data race.
 */
package concurrency.sharedmemory.explorer;
