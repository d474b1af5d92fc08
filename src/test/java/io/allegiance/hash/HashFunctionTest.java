package io.allegiance.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashFunctionTest {

    @Test
    void hashesTheTestTextsOfTheStandards() {
        assertThat(HashFunction.MD5.hex("abc")).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        assertThat(HashFunction.SHA_256.hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
