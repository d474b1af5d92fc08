package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedJsonTest {

    @Test
    void typesAndValuesComeBack() {
        Map<String, Object> values = Map.of(
                "text", "a \"b\" \u0000 \uD83D\uDED2", "long", Long.MIN_VALUE, "int", 5, "double", 0.1, "yes", true);
        assertThat(TypedJson.read(TypedJson.write(values))).isEqualTo(values);
        assertThat(TypedJson.read(TypedJson.write(Map.of()))).isEmpty();
    }

    @Test
    void equalMapsGiveEqualText() {
        assertThat(TypedJson.write(Map.of("b", 1L, "a", "x")))
                .isEqualTo("{\"a\":{\"string\":\"x\"},\"b\":{\"long\":1}}");
    }

    @Test
    void nothingElseIsWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> TypedJson.write(Map.of("list", List.of(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> TypedJson.write(Map.of("long", "x".repeat(65_536))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"a\":1}",
                "{\"a\":{}}",
                "{\"a\":{\"long\":1,\"int\":1}}",
                "{\"a\":{\"long\":1},\"a\":{\"long\":2}}",
                "{\"a\":{\"int\":2147483648}}",
                "{\"a\":{\"long\":9223372036854775808}}",
                "{\"a\":{\"long\":1.0}}",
                "{\"a\":{\"double\":\"1\"}}",
                "{\"a\":{\"string\":{\"b\":{\"c\":1}}}}",
                "{\"a\":{\"java.lang.String\":\"x\"}}",
                "{\"@class\":\"java.util.HashSet\"}"
            })
    void nothingElseIsRead(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TypedJson.read(text));
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> TypedJson.read("{\"a\":".repeat(10_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypedJson.read("{\"a\":{\"long\":" + "9".repeat(60_000) + "}}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypedJson.read("{\"a\":{\"string\":\"" + "x".repeat(70_000) + "\"}}"));
    }
}
