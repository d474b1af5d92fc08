package io.allegiance.platform.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.AttentionException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BoundedYamlTest {

    /** Nine levels of nine anchors each: 400 characters that stand for 400 million values. */
    private static final String ANCHORS = IntStream.range(0, 9)
            .mapToObj(level -> "a" + level + ": &a" + level + " ["
                    + IntStream.range(0, 9)
                            .mapToObj(each -> level == 0 ? "x" : "*a" + (level - 1))
                            .collect(Collectors.joining(","))
                    + "]")
            .collect(Collectors.joining("\n"));

    private final BoundedYaml yaml = new BoundedYaml("rules.yaml");

    @Test
    void ordinaryFilesAreRead() {
        assertThat(yaml.findRoot(bytes("\uFEFFa: [1, {b: c}]"))).isPresent();
        assertThat(yaml.findRoot(bytes("# nothing"))).isEmpty();
    }

    @Test
    void anchorsAreRefusedAtOnce() {
        isRefused(ANCHORS, "rules.yaml, line 2: anchors (&, *) are not read; write it out in full");
        isRefused("a: &a [*a]", "rules.yaml, line 1: anchors");
        isRefused("a: &a {<<: *a}", "rules.yaml, line 1: anchors");
    }

    @Test
    void depthAndSizeAreBounded() {
        isRefused("a: " + "[".repeat(100_000), "rules.yaml, line 1: values are nested more than 20 deep");
        isRefused("x".repeat(200_001), "rules.yaml has more than 200000 bytes");
    }

    @Test
    void otherFilesAreRefused() {
        isRefused("a: [", "rules.yaml, line 1: this is not YAML");
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> yaml.findRoot(new byte[] {(byte) 0xff}))
                .withMessageContaining("is not a text in UTF-8");
    }

    private void isRefused(String text, String words) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> yaml.findRoot(bytes(text)))
                .withMessageStartingWith(words);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
