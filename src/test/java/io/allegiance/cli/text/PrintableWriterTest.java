package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.platform.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PrintableWriterTest {

    private static final String EVIL = "a\u001b[2Jb\u009b8mc\u202ed\u2028e\rf\u0007g";
    private static final String SHOWN = "a?[2Jb?8mc?d?e?f?g";

    private final StringWriter shown = new StringWriter();

    @Test
    void textLosesWhatATerminalObeys() {
        print(Terminal.NONE, EVIL);
        assertThat(shown).hasToString(SHOWN + "\n");
    }

    @Test
    void aTerminalKeepsTheColoursOfTheProgramAlone() {
        print(new Terminal(true, true, 80, true, true), EVIL + "\u001b[1;31m\u001b[0m");
        assertThat(shown).hasToString("\u001b[1;31m" + SHOWN + "?[1;31m?[0m\u001b[0m\n");
    }

    @Test
    void jsonIsKeptFromTheTerminalAsWell() {
        PrintWriter out = Screen.of(new PrintWriter(shown, true), new Terminal(true, true, 40, true, true), () -> {});
        Screen.unfolded(out).println("{" + EVIL + "}");
        assertThat(shown).hasToString("{" + SHOWN + "}\n");
    }

    @Test
    void aStyleOfPicocliEndsOnce() {
        PrintWriter out = PrintableWriter.of(shown);
        out.print(PrintableWriter.own("[33m") + "--date" + PrintableWriter.plain() + "\u001b[0m=DATE");
        assertThat(shown).hasToString("\u001b[33m--date\u001b[0m=DATE");
    }

    private void print(Terminal terminal, String text) {
        PrintWriter out = Screen.of(new PrintWriter(shown, true), terminal, () -> {});
        out.println(Screen.strong(out, text));
        Screen.finish(out);
    }
}
