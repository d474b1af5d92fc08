package io.allegiance.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlaceOptionsTest {

    private final PlaceOptions options = new PlaceOptions();

    @Test
    void givenOptionsAreSettings() {
        new CommandLine(options).parseArgs("--zone", "Europe/Berlin", "--currency", "gbp");

        assertThat(options.toSettings())
                .containsOnly(
                        Map.entry("allegiance.zone", "Europe/Berlin"),
                        Map.entry("allegiance.reporting-currency", "GBP"));
    }

    @Test
    void nothingIsSetWithoutThem() {
        new CommandLine(options).parseArgs();

        assertThat(options.toSettings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--zone Berlin   | no such zone: 'Berlin'; did you mean Europe/Berlin?",
                "--zone new_york | did you mean America/New_York?",
                "--zone Nowhere  | write a region and a city, such as Europe/Berlin, or UTC",
                "--currency Euro | no ISO 4217 code: 'Euro'; write one such as EUR or GBP"
            })
    void wrongOptionsAreRefusedWithTheWayOut(String line, String words) {
        assertThatThrownBy(() -> new CommandLine(options).parseArgs(line.split(" ")))
                .hasMessageContaining(words);
    }
}
