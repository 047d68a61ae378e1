import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import org.junit.jupiter.api.Test;

/** A first program often stands in no package; the explorer has to say that it must. */
@SuppressWarnings("DefaultPackage") // that is the mistake
class NoPackageTest {
    static int x;

    @Test
    void a_setup_in_no_package_is_refused() {
        assertThatThrownBy(() -> Explorer.check(() -> Scenario.of(() -> x++, () -> x++)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the setup is in a class without a package: put it into one");
    }
}
