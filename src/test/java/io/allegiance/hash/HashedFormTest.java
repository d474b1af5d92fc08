package io.allegiance.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashedFormTest {

    @Test
    void hashesLengthAndBytesOfTextsAndEightBytesOfNumbers() {
        // The MD5 of 00..02 C3 A9 00..01 02.
        assertThat(hex(new HashedForm(1).text("é").number(258)))
                .isEqualTo(HashFunction.MD5.hex("\0\0\0\0\0\0\0\2é\0\0\0\0\0\0\1\2"));
    }

    @Test
    void beginsAgainAfterEachHash() {
        HashedForm form = new HashedForm(8);
        String first = hex(form.text("a").number(1));
        assertThat(hex(form.text("b").number(1))).isNotEqualTo(first);
        assertThat(hex(form.text("a").number(1))).isEqualTo(first);
    }

    @Test
    void tellsTextsApartThatJoinToTheSame() {
        assertThat(hex(new HashedForm(8).text("ab").text("c")))
                .isNotEqualTo(hex(new HashedForm(8).text("a").text("bc")));
    }

    private static String hex(HashedForm form) {
        return HexFormat.of().formatHex(form.hash());
    }
}
