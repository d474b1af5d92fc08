package io.allegiance.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void charactersThatATerminalObeysAreReplaced() {
        assertThat(Printable.quoted("a\u001b[31mb\u0007\u009b\u202Ec\nd")).isEqualTo("'a?[31mb???c?d'");
    }

    @Test
    void aTextStaysInItsLine() {
        assertThat(Printable.of("a\r\nb\u2028c\u2029d\u0085e\tf")).isEqualTo("a??b?c?d?e?f");
        assertThat(Printable.of("Zoë 5 € \uD83D\uDE00")).isEqualTo("Zoë 5 € \uD83D\uDE00");
    }

    @Test
    void linesKeepTheirEnds() {
        assertThat(Printable.lines("a\r\nb\nc\rd\u001b[2Je\u0085f\u2066g")).isEqualTo("a\r\nb\nc?d?[2Je?f?g");
    }

    @Test
    void jsonKeepsItsContent() {
        assertThat(Printable.json("{\n\"a\" : \"x\u009b1m\u202e\u2028\uE000y\"\n}"))
                .isEqualTo("{\n\"a\" : \"x\\u009b1m\\u202e\\u2028\\ue000y\"\n}");
        assertThat(Printable.json("{\"a\":\"\uDB40\uDC41\"}")).isEqualTo("{\"a\":\"\\udb40\\udc41\"}");
    }

    @Test
    void blankTextIsNamed() {
        assertThat(Printable.quoted(" \t")).isEqualTo("(blank)");
    }

    @Test
    void longTextIsShortenedBetweenCharacters() {
        String shown = Printable.quoted("\uD83D\uDE00".repeat(100));

        assertThat(shown).isEqualTo("'" + "\uD83D\uDE00".repeat(57) + "...'");
        assertThat(Printable.quoted("x".repeat(60))).isEqualTo("'" + "x".repeat(60) + "'");
    }
}
