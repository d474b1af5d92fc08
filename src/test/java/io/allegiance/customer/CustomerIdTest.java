package io.allegiance.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerIdTest {

    @Test
    void whiteSpaceAroundAnIdDoesNotCount() {
        assertThat(CustomerId.of(" 0042\t")).isEqualTo("0042");
        assertThat(CustomerId.of("  ")).isEqualTo(CustomerId.ANONYMOUS);
        assertThat(CustomerId.of(null)).isEqualTo(CustomerId.ANONYMOUS);
    }

    @Test
    void lengthCountsCharactersAndNotTheirParts() {
        assertThat(CustomerId.isTooLong("x".repeat(64))).isFalse();
        assertThat(CustomerId.isTooLong("x".repeat(65))).isTrue();
        assertThat(CustomerId.isTooLong("😀".repeat(64))).isFalse();
        assertThat(CustomerId.isTooLong("😀".repeat(65))).isTrue();
    }

    @Test
    void controlCharactersAreSeen() {
        assertThat(CustomerId.hasControlCharacter("a\u0000b")).isTrue();
        assertThat(CustomerId.hasControlCharacter("a\nb")).isTrue();
        assertThat(CustomerId.hasControlCharacter("a\u007f")).isTrue();
        assertThat(CustomerId.hasControlCharacter("Zoë 😀")).isFalse();
    }
}
