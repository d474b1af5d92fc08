package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void namesInAnyOrderAndHoweverOftenAreTheSame() {
        Keys keys = Keys.ofNames(List.of("b", "", "a", "b"));
        assertThat(keys).isEqualTo(Keys.ofNames(List.of("a", "b"))).hasSameHashCodeAs(Keys.ofNames(List.of("a", "b")));
        assertThat(keys).isNotEqualTo(Keys.ofNames(List.of("a", "c")));
        List<Long> each = new ArrayList<>();
        keys.forEach(each::add);
        assertThat(each)
                .containsExactlyInAnyOrder(MatchKey.of("a"), MatchKey.of("b"))
                .isSorted();
    }

    @Test
    void theyAreReadFromTheBytesThatTheyWrite() {
        Keys keys = Keys.ofNames(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
        assertThat(keys.toBytes()).hasSize(80);
        assertThat(Keys.ofBytes(keys.toBytes())).isEqualTo(keys);
        assertThat(Keys.ofNames(List.of("")).toBytes()).isNull();
        assertThat(Keys.ofBytes(null)).isEqualTo(Keys.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.ofBytes(new byte[9]));
    }
}
