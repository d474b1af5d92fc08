package io.allegiance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReaderTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dd/MM/yyyy HH:mm;03/04/2025 10:20;2025-04-03T10:20:00",
                "MM/dd/yyyy HH:mm;03/04/2025 10:20;2025-03-04T10:20:00",
                "d.M.yy;3.4.25;2025-04-03",
                "dd.MM.yyyy HH:mm:ss.SSS;03.04.2025 10:20:30.123;2025-04-03T10:20:30.123",
                "MMM d, yyyy h:mm a;apr 3, 2025 4:05 PM;2025-04-03T16:05:00",
                "yyyy-MM-dd HH:mm:ss Z;2025-01-11 23:32:30 -0500;2025-01-12T05:32:30",
                "yyyy-MM-dd HH:mm:ss z;2025-07-01 12:00:00 UTC;2025-07-01T14:00:00"
            })
    void aPatternSaysWhatADateMeans(String pattern, String text, String time) {
        assertThat(new TimeReader(new TimeStyle(List.of(pattern), null), BERLIN).read(text))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"03/04/2025", "30.02.2025", "yesterday", "2025-13-01", "45000"})
    void whatNoPatternReadsIsPassedOn(String text) {
        assertThat(new TimeReader(new TimeStyle(List.of("dd.MM.yyyy"), null), BERLIN).read(text))
                .isEqualTo(text);
    }

    @Test
    void isoIsReadBesideAnyPatternBecauseNobodyCanMistakeIt() {
        TimeReader times = new TimeReader(new TimeStyle(List.of("dd/MM/yyyy"), ZoneId.of("UTC")), BERLIN);
        assertThat(times.read("2025-07-01T12:00:00")).isEqualTo("2025-07-01T14:00:00");
        assertThat(times.read("2025-07-01 12:00:00+02:00")).isEqualTo("2025-07-01T12:00:00");
        assertThat(times.read("2025-07-01")).as("a date is that day anywhere").isEqualTo("2025-07-01");
    }

    @Test
    void timesWithoutAnOffsetAreOfTheZoneOfTheFile() {
        TimeReader times =
                new TimeReader(new TimeStyle(List.of("dd/MM/yyyy HH:mm"), ZoneId.of("America/New_York")), BERLIN);
        assertThat(times.read("31/12/2024 20:00")).isEqualTo("2025-01-01T02:00:00");
    }

    @ParameterizedTest
    @CsvSource({"dd/MM", "HH:mm", "yyyy-MM", "hello", "dd/MM/yyyy hh:mm", "''"})
    void aPatternMustTellADayAndAWholeTime(String pattern) {
        assertThatThrownBy(() -> TimeStyle.requirePattern(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
