package io.allegiance.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StationTest {

    private final EventQueue events = new EventQueue();
    private final List<String> ended = new ArrayList<>();

    @Test
    void oneServerIsSharedInSlices() {
        Station station = new Station(events, 1, 0.01);
        use(station, "long", 3);
        use(station, "short", 1);

        events.runUntil(() -> ended.size() == 2);

        assertThat(ended).hasSize(2);
        assertThat(ended.get(0)).isEqualTo("short at 2.00");
        assertThat(ended.get(1)).isEqualTo("long at 4.00");
        assertThat(station.busySeconds()).isCloseTo(4, within(1e-9));
    }

    @Test
    void asManyAsThereAreServersDoNotWait() {
        Station station = new Station(events, 2, 0.01);
        use(station, "a", 1);
        use(station, "b", 2);

        events.runUntil(() -> ended.size() == 2);

        assertThat(ended).containsExactly("a at 1.00", "b at 2.00");
    }

    @Test
    void whatCannotEndIsSaid() {
        assertThatIllegalStateException()
                .isThrownBy(() -> events.runUntil(() -> false))
                .withMessageStartingWith("the simulation came to a halt after 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> events.after(-1, () -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Station(events, 0, 1));
    }

    private void use(Station station, String name, double seconds) {
        station.use(seconds, () -> ended.add("%s at %.2f".formatted(name, events.now())));
    }
}
