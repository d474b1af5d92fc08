package io.allegiance.platform.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    private static final String STDOUT = "allegiance.terminal.stdout";
    private static final String COLUMNS = "allegiance.terminal.columns";

    @Test
    void whereTheLauncherSaysNothingThereIsNoTerminal() {
        assertThat(Terminal.of(name -> null, Map.of("TERM", "xterm")::get)).isEqualTo(Terminal.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"xterm, NULL, true", "xterm, '', true", "xterm, 1, false", "dumb, NULL, false", "NULL, NULL, false"
            },
            nullValues = "NULL")
    void coloursAreForTerminalsThatCanAndPeopleWhoWantThem(String term, String noColor, boolean coloured) {
        Terminal terminal = Terminal.of(Map.of(STDOUT, "true")::get, name -> name.equals("TERM") ? term : noColor);
        assertThat(terminal.colour()).isEqualTo(coloured);
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "200, 200", "'', 80", "0, 80", "19, 80", "wide, 80"})
    void widthThatIsAbsurdIsTheUsualOne(String columns, int width) {
        Terminal terminal = Terminal.of(Map.of(STDOUT, "true", COLUMNS, columns)::get, name -> null);
        assertThat(terminal.columns()).isEqualTo(width);
    }
}
