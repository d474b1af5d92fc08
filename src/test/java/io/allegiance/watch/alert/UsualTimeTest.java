package io.allegiance.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UsualTimeTest {

    @Test
    void lessThanAFifthOfTheMedianIsSuspicious() {
        List<Duration> before = seconds(600, 100, 500, 5_000, 400);
        assertThat(UsualDuration.describeIfEarly(Duration.ofSeconds(99), before, 0.2))
                .hasValueSatisfying(words -> assertThat(words).contains("after 99 s", "about 8 min"));
        assertThat(UsualDuration.describeIfEarly(Duration.ofSeconds(100), before, 0.2))
                .isEmpty();
    }

    @Test
    void withFewBeforeItOrShortOnesNothingIsSuspicious() {
        assertThat(UsualDuration.describeIfEarly(Duration.ZERO, seconds(600, 600, 600, 600), 0.2))
                .isEmpty();
        assertThat(UsualDuration.describeIfEarly(Duration.ZERO, seconds(60, 60, 60, 60, 60), 0.2))
                .isEmpty();
        assertThat(UsualDuration.describeIfEarly(Duration.ZERO, seconds(61, 61, 61, 61, 61), 0.2))
                .isNotEmpty();
    }

    @Test
    void aShareOfZeroSwitchesItOff() {
        assertThat(UsualDuration.describeIfEarly(Duration.ZERO, seconds(600, 600, 600, 600, 600), 0))
                .isEmpty();
    }

    private static List<Duration> seconds(long... seconds) {
        return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
    }
}
