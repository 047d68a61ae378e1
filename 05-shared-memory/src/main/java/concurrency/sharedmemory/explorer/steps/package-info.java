/**
 * One run of a program, and what a step of it is.
 *
 * <p>Read {@link concurrency.sharedmemory.explorer.steps.Run} first: real threads that hand the
 * turn to each other, so that one at a time makes its next {@link
 * concurrency.sharedmemory.explorer.steps.Step}. What a step touches is a {@link
 * concurrency.sharedmemory.explorer.steps.SharedObject}: a {@code Cell} (a field or an array
 * element, with late writes), a {@code Mutex} (a monitor or a {@code ReentrantLock}, with its
 * {@code WaitSet}s) or a {@code Thing} (an object of java.util whose calls are one step each).
 * {@code Memory} knows which objects threads share, {@code Clock} and {@code Accesses} what
 * happened before what. {@code Refusals} has what cannot be put in order.
 *
 * <p>The program calls {@link concurrency.sharedmemory.explorer.steps.Hook} before each access; how
 * the calls come to be there is the business of {@code concurrency.sharedmemory.explorer.weaving}.
 * What is public here is so for the explorer's search and for that; a scenario needs nothing of it.
 */
package concurrency.sharedmemory.explorer.steps;
