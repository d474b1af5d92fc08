package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.platform.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void tableHasItsWidthsWhereThereIsNoTerminal() {
        assertThat(print(Terminal.NONE)).isEqualTo("""
                                                         value
                        segment            customers   at risk
                        CHAMPION                  12      1.50
                        a sentence that goes across all of the columns
                        """);
    }

    @Test
    void narrowTerminalGetsNarrowColumns() {
        assertThat(print(new Terminal(true, false, 30, true, false))).startsWith("""
                                           value
                                              at
                        segment  customers  risk
                        CHAMPION        12  1.50
                        """);
    }

    @Test
    void tableThatDoesNotFitIsCutIntoSeveral() {
        assertThat(print(new Terminal(true, false, 20, true, false)))
                .startsWith("""
                        segment  customers
                        CHAMPION        12
                        """)
                .endsWith("""

                                 value
                                    at
                        segment   risk
                        CHAMPION  1.50
                        """);
    }

    private static String print(Terminal terminal) {
        TextTable table = new TextTable(
                "",
                new TextTable.Column("segment", -17),
                new TextTable.Column("customers", 10),
                new TextTable.Column("value\nat risk", 9));
        table.addRow("CHAMPION", 12, "1.50");
        table.addRow("a sentence that goes across all of the columns");
        StringWriter text = new StringWriter();
        PrintWriter out = Screen.of(new PrintWriter(text, true), terminal, () -> {});
        table.print(out);
        Screen.finish(out);
        return text.toString();
    }
}
