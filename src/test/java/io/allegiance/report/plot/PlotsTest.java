package io.allegiance.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.churn.quality.ReliabilityBin;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotsTest {

    private static final Histogram.Subject SUBJECT = new Histogram.Subject(
            "id",
            "title",
            "/counts",
            IntStream.rangeClosed(0, 10).mapToObj(Integer::toString).toList());

    @ParameterizedTest
    @CsvSource(
            value = {
                "0; 0",
                "9999; 9,999",
                "10000; 10.0k",
                "12345; 12.3k",
                "99950; 100k",
                "999499; 999k",
                "999500; 1.00M",
                "1234567; 1.23M",
                "10000000; 10.0M",
                "9223372036854775807; 9.22E"
            },
            delimiter = ';')
    void aCountAboveABarTakesFiveCharacters(long count, String shown) {
        assertThat(ShortCount.of(count)).isEqualTo(shown);
    }

    @Test
    void theTallestBarFillsItsDrawingAndNoneLeavesIt() {
        Histogram histogram = Histogram.of(SUBJECT, List.of(0L, 1L, 50L, 100L, 0L, 0L, 0L, 0L, 0L, 1_000_000L));
        assertThat(histogram.columns()).hasSize(10).allSatisfy(column -> {
            assertThat(Double.parseDouble(column.x())).isBetween(0.0, 340.0);
            assertThat(Double.parseDouble(column.above())).isBetween(10.0, 150.0);
            assertThat(Double.parseDouble(column.y()) + Double.parseDouble(column.height()))
                    .isEqualTo(128.0);
        });
        assertThat(histogram.columns().get(9).height()).isEqualTo("104.0");
        assertThat(histogram.columns().get(1).height())
                .as("one of a million is seen")
                .isEqualTo("1.0");
        assertThat(histogram.columns().get(0).height()).as("nobody is not").isEqualTo("0.0");
        assertThat(histogram.text()).startsWith("0 to 1: 0; 1 to 2: 1; ").endsWith("9 to 10: 1000000.");
    }

    @Test
    void whereThereIsNobodyThereAreNoBars() {
        Histogram histogram = Histogram.of(SUBJECT, Collections.nCopies(10, 0L));
        assertThat(histogram.columns()).extracting(Histogram.Column::height).containsOnly("0.0");
    }

    @Test
    void aBarOfANumberBelow0LiesLeftOfTheZeroLine() {
        Bar.Scale scale = Bar.Scale.of(
                List.of(Optional.of(new BigDecimal("-1")), Optional.empty(), Optional.of(new BigDecimal("1"))));
        Bar loss = Bar.of("loss", -1, null, scale);
        Bar gain = Bar.of("gain", 1, new BigDecimal("0.5"), scale);
        assertThat(loss.zero()).isEqualTo("60.0").isEqualTo(gain.zero());
        assertThat(loss.x()).isEqualTo("2.0");
        assertThat(loss.width()).isEqualTo("58.0").isEqualTo(gain.width());
        assertThat(gain.x()).isEqualTo("60.0");
        assertThat(gain.marker()).isEqualTo("87.5");
        assertThat(loss.marker()).isNull();
    }

    @Test
    void aScaleOfNothingOr0IsStillAScale() {
        assertThat(Bar.of("none", 0, null, Bar.Scale.of(List.of())).width()).isEqualTo("0.0");
        assertThat(Bar.of("none", 0, null, Bar.Scale.of(List.of(Optional.of(BigDecimal.ZERO))))
                        .x())
                .isEqualTo("2.0");
    }

    @Test
    void reliabilityShowsTheTenthsThatHoldAnybody() {
        Reliability plot = Reliability.of(
                List.of(new ReliabilityBin(0, 0.5, 4, 0.25, 0.5), new ReliabilityBin(0.5, 1, 0, null, null)));
        assertThat(plot.points()).singleElement().satisfies(point -> {
            assertThat(point.predictedY()).isEqualTo("132.0");
            assertThat(point.observedY()).isEqualTo("92.0");
        });
        assertThat(plot.text()).isEqualTo("0.0 to 0.5: predicted 0.250, observed 0.500.");
        assertThat(plot.edges()).extracting(Histogram.Edge::label).containsExactly("0.0", "0.5", "1.0");
    }
}
