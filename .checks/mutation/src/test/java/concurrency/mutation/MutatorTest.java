package concurrency.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutatorTest {
    @TempDir Path folder;

    @Test
    void a_synchronized_method_is_made_an_ordinary_one() throws IOException {
        assertThat(mutants("synchronized void increment() { x++; }"))
                .containsExactly("A.java:2 synchronized dropped:  void increment() { x++; }");
    }

    @Test
    void a_synchronized_block_loses_its_lock_and_nothing_else() throws IOException {
        assertThat(mutants("void f() { synchronized (this) { x++; } }"))
                .containsExactly("A.java:2 synchronized dropped: void f() { { x++; } }");
    }

    @Test
    void a_volatile_field_is_made_a_plain_one() throws IOException {
        assertThat(mutants("private volatile int y;"))
                .containsExactly("A.java:2 volatile dropped: private  int y;");
    }

    @Test
    void a_lock_goes_together_with_its_unlock() throws IOException {
        assertThat(mutants("void f() { a.lock(); b.lock(); x++; a.unlock(); b.unlock(); }"))
                .containsExactlyInAnyOrder(
                        "A.java:2 lock and unlock dropped: void f() { ; b.lock(); x++; ; b.unlock(); }",
                        "A.java:2 lock and unlock dropped: void f() { a.lock(); ; x++; a.unlock(); ; }",
                        "A.java:2 acquisitions swapped:"
                                + " void f() { b.lock(); a.lock(); x++; a.unlock(); b.unlock(); }");
    }

    @Test
    void nested_monitors_are_taken_in_the_other_order() throws IOException {
        assertThat(mutants("void f() { synchronized (a) { synchronized (b) { x++; } } }"))
                .contains(
                        "A.java:2 acquisitions swapped:"
                                + " void f() { synchronized (b) { synchronized (a) { x++; } } }");
    }

    @Test
    void a_waiting_loop_looks_only_once() throws IOException {
        assertThat(mutants("void f() { while (!ready) wait(); }"))
                .containsExactly("A.java:2 if for while: void f() { if (!ready) wait(); }");
        assertThat(mutants("void f() { while (!ready) x++; }")).isEmpty();
    }

    @Test
    void main_stays_as_it_is() throws IOException {
        assertThat(mutants("void main() { thread.join(); }")).isEmpty();
    }

    @Test
    void one_is_woken_in_place_of_all() throws IOException {
        assertThat(mutants("void f() { c.signalAll(); }"))
                .containsExactly("A.java:2 one woken: void f() { c.signal(); }");
    }

    @Test
    void an_atomic_call_is_made_two() throws IOException {
        assertThat(mutants("int f() { return n.getAndIncrement(); }"))
                .containsExactly(
                        "A.java:2 getAndIncrement in two steps: int f() { return"
                                + " n.getAndSet(concurrency.mutation.Seam.between(n.get()) + 1); }");
    }

    @Test
    void two_threads_in_the_gap_between_two_steps_meet() throws Exception {
        var count = new AtomicInteger();
        Runnable twoSteps = () -> count.set(Seam.between(count.get()) + 1);
        Seam.reset();
        Thread a = Thread.ofPlatform().start(twoSteps);
        Thread b = Thread.ofPlatform().start(twoSteps);
        a.join();
        b.join();
        assertThat(count).as("of two additions").hasValue(1);
    }

    @Test
    void what_is_done_finally_is_done_after_success_only() throws IOException {
        String mutant = mutants("void f() { try { g(); } finally { h(); } }").getFirst();
        assertThat(mutant)
                .contains(
                        "finally only after success", "try { g(); }", "throw thrown;", "{ h(); }");
        assertThat(mutants("void f() { try { x++; } finally { h(); } }")).isEmpty();
    }

    @Test
    void a_permit_more_and_a_permit_less() throws IOException {
        assertThat(mutants("Object s = new Semaphore(k);"))
                .containsExactly(
                        "A.java:2 one more: Object s = new Semaphore(k + 1);",
                        "A.java:2 one less: Object s = new Semaphore(k - 1);");
    }

    @Test
    void nobody_is_waited_for_and_no_interrupt_restored() throws IOException {
        assertThat(mutants("void f() { t.join(); }"))
                .containsExactly("A.java:2 join dropped: void f() { ; }");
        assertThat(mutants("void f() { Thread.currentThread().interrupt(); }"))
                .containsExactly("A.java:2 interrupt not restored: void f() { ; }");
    }

    @Test
    void one_thread_is_made_two() throws IOException {
        assertThat(mutants("Object e = Executors.newSingleThreadExecutor();"))
                .containsExactly(
                        "A.java:2 two threads for one: Object e = Executors.newFixedThreadPool(2);");
    }

    @Test
    void a_survivor_is_expected_with_a_reason_only() {
        var survivors =
                Survivors.of(
                        List.of(
                                "| mutant | why |",
                                "|---|---|",
                                "| A.java:2 one more | nobody takes it |",
                                "| A.java:3 one more |  |"));
        assertThat(survivors.reasons()).containsOnlyKeys("A.java:2 one more");
        assertThat(survivors.expects(mutant(2))).isTrue();
        assertThat(survivors.expects(mutant(4))).isFalse();
        assertThat(survivors.without(List.of(mutant(4)))).containsExactly("A.java:2 one more");
    }

    private static Mutant mutant(long line) {
        return new Mutant(Path.of("A.java"), line, "one more", List.of(""));
    }

    /** Each mutant of a class with this member, and what the member becomes. */
    private List<String> mutants(String member) throws IOException {
        Path file = folder.resolve("A.java");
        Files.writeString(file, "class A {\n" + member + "\n}\n");
        return Mutator.of(file).stream()
                .map(
                        mutant ->
                                mutant
                                        + ": "
                                        + mutant.spellings().getFirst().lines().toList().get(1))
                .toList();
    }
}
