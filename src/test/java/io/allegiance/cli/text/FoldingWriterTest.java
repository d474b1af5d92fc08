package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingWriterTest {

    @Test
    void lineThatFitsStaysAsItIs() {
        assertThat(FoldingWriter.fold("published  7 ", 13)).isEqualTo("published  7 ");
    }

    @Test
    void longLineIsFoldedAtWordsAndIndented() {
        assertThat(FoldingWriter.fold("  the night of a date is not there", 16))
                .isEqualTo("  the night of a\n    date is not\n    there");
    }

    @Test
    void whatFollowsALabelStaysBelowIt() {
        assertThat(FoldingWriter.fold("next        allegiance nightly --date 2025-12-01", 30))
                .isEqualTo("next        allegiance nightly\n            --date 2025-12-01");
    }

    @Test
    void wordThatIsTooLongStaysWhole() {
        assertThat(FoldingWriter.fold("a 0123456789012345678901234 b", 20))
                .isEqualTo("a\n  0123456789012345678901234\n  b");
    }

    @Test
    void coloursTakeNoRoom() {
        String held = "\u001b[1;31mHELD\u001b[0m";
        assertThat(FoldingWriter.fold("is " + held + " now", 11)).isEqualTo("is " + held + " now");
    }
}
