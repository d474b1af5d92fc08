package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void charactersThatATerminalObeysAreReplaced() {
        assertThat(Printable.quoted("a\u001b[31mb\u0007\u009b\u202Ec\nd")).isEqualTo("'a?[31mb???c?d'");
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
