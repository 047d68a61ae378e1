package concurrency.sharedmemory.ordinary;

import concurrency.sharedmemory.explorer.*;
import org.junit.jupiter.api.Test;

class SmokeTest {
    static class Broken {
        int x;

        void increment() {
            x++;
        }
    }

    static class Sync extends Broken {
        @Override
        synchronized void increment() {
            x++;
        }
    }

    static Scenario of(Broken b) {
        return Scenario.of(b::increment, b::increment)
                .outcome(() -> "x = " + b.x)
                .check(() -> b.x == 2, "lost");
    }

    static Scenario broken() {
        return of(new Broken());
    }

    @Test
    void prints() {
        System.out.println(Explorer.outcomes(SmokeTest::broken));
        System.out.println(Explorer.check(SmokeTest::broken));
        System.out.println(Explorer.check(() -> of(new Sync())));
        System.out.println(Explorer.outcomes(() -> of(new Broken()).lateWrites()));
    }
}
