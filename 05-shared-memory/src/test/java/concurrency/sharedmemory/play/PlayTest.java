package concurrency.sharedmemory.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayTest {
    @Test
    void without_a_number_it_is_always_the_same_port() {
        assertThat(Play.port("true")).isEqualTo(Play.PORT);
        assertThat(Play.port("8006")).isEqualTo(8006);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999999999", "-1", "80a", "yes", " "})
    void what_is_no_port_is_rejected_with_what_would_be(String wish) {
        assertThatThrownBy(() -> Play.start(wish, List.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a port from 1 to 65535, as in -Dplay=6174, or export")
                .hasMessageContaining("not '" + wish + "'");
    }

    @Test
    void a_port_that_is_in_use_is_rejected_with_how_to_take_another() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThatThrownBy(() -> Play.open(List.of(), taken))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Port " + taken + " is not available")
                    .hasMessageContaining("-Dplay=" + (taken % 65_535 + 1));
        }
    }
}
