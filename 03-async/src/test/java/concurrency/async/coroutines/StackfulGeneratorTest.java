package concurrency.async.coroutines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import concurrency.async.coroutines.StackfulGenerator.OwnStack;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StackfulGeneratorTest {
    private final List<String> log = new ArrayList<>();

    private void walk(Consumer<String> out) {
        StackfulGenerator.walk(StackfulGenerator.TREE, log, out);
    }

    @Test
    void calling_it_runs_nothing() {
        try (var names = new OwnStack<String>(this::walk)) {
            assertThat(log).isEmpty();
            assertThat(names.thread.getState()).isEqualTo(Thread.State.NEW);
        }
    }

    @Test
    void each_next_visits_one_more_node_however_deep() throws Exception {
        Patience.call(
                "the caller of next()",
                () -> {
                    try (var names = new OwnStack<String>(this::walk)) {
                        assertThat(names.next()).isEqualTo("A");
                        assertThat(log).containsExactly("visits A");
                        assertThat(names.next()).isEqualTo("B");
                        assertThat(log).containsExactly("visits A", "visits B");
                        assertThat(names.next()).isEqualTo("C");
                        assertThat(log).containsExactly("visits A", "visits B", "visits C");
                        assertThat(names.hasNext()).isFalse();
                    }
                    return null;
                });
    }

    @Test
    void closing_it_twice_is_harmless() throws Exception {
        Patience.call(
                "the caller of close()",
                () -> {
                    var names = new OwnStack<String>(this::walk);
                    names.next();
                    names.close();
                    names.close();
                    assertThat(names.thread.isAlive()).isFalse();
                    return null;
                });
    }

    @Test
    void asking_whether_there_is_a_next_twice_runs_it_once() throws Exception {
        try (var names = new OwnStack<String>(this::walk)) {
            assertThat(Patience.call("hasNext()", names::hasNext)).isTrue();
            assertThat(Patience.call("hasNext() again", names::hasNext)).isTrue();
            assertThat(log).containsExactly("visits A");
        }
    }

    @Test
    void after_its_end_there_is_no_next() throws Exception {
        try (var nothing = new OwnStack<String>(_ -> {})) {
            assertThatThrownBy(() -> Patience.call("next()", nothing::next))
                    .isInstanceOf(NoSuchElementException.class);
            assertThat(nothing.isOver()).isTrue();
        }
    }

    @Test
    void close_ends_it_where_it_stands_and_its_thread_with_it() throws Exception {
        var mayLeave = new CountDownLatch(1);
        var names =
                new OwnStack<String>(
                        out -> {
                            try {
                                walk(out);
                            } finally {
                                Uninterruptibles.awaitUninterruptibly(mayLeave);
                                log.add("finally");
                            }
                        });
        Patience.call("next()", names::next);
        try (var closer = TestThread.start("the closer", closing(names))) {
            closer.mustWait(); // for the end of the thread
            mayLeave.countDown();
            closer.result();
        }

        assertThat(log).containsExactly("visits A", "finally");
        assertThat(names.thread.isAlive()).as("its thread is alive").isFalse();
        assertThat(names.hasNext()).as("it has a next after close").isFalse();
    }

    @Test
    void closed_before_it_begins_it_never_begins() throws Exception {
        var names = new OwnStack<String>(this::walk);
        Patience.call("close()", closing(names));

        assertThat(names.hasNext()).isFalse();
        assertThat(log).isEmpty();
    }

    @Test
    void a_yield_on_the_way_out_does_not_keep_close_waiting() throws Exception {
        var stubborn =
                new OwnStack<String>(
                        out -> {
                            try {
                                out.accept("A");
                            } finally {
                                out.accept("B");
                            }
                        });
        Patience.call("next()", stubborn::next);
        Patience.call("close()", closing(stubborn));

        assertThat(stubborn.thread.isAlive()).as("its thread is alive").isFalse();
    }

    @Test
    void what_its_body_throws_comes_out_of_next() {
        var failing =
                new OwnStack<String>(
                        _ -> {
                            throw new IllegalArgumentException("no such tree");
                        });

        assertThatThrownBy(() -> Patience.call("next()", failing::next)).hasMessage("no such tree");
        assertThat(failing.isOver()).isTrue();
    }

    private static Callable<Void> closing(OwnStack<?> generator) {
        return TestThread.call(generator::close);
    }
}
