package io.allegiance.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void oneIsSingular() {
        assertThat(Counted.of(1, "line")).isEqualTo("1 line");
        assertThat(Counted.of(1, "line was", "lines were")).isEqualTo("1 line was");
    }

    @Test
    void everyOtherNumberIsPlural() {
        assertThat(Counted.of(0, "line")).isEqualTo("0 lines");
        assertThat(Counted.of(2, "line was", "lines were")).isEqualTo("2 lines were");
    }
}
