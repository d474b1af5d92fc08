package io.allegiance.job.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.AttentionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;

@Timeout(20)
class ContextSerializerTest {

    private static final Map<String, Object> CONTEXT =
            Map.of("batch.stepType", "io.allegiance.Step", "count:GRID_SIZE", 2L, "int", 3, "double", 0.5, "yes", true);

    private final ContextSerializer serializer = new ContextSerializer();

    @Test
    void aContextComesBack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        serializer.serialize(CONTEXT, bytes);
        assertThat(read(bytes.toString(StandardCharsets.UTF_8))).isEqualTo(CONTEXT);
    }

    @Test
    void aContextOfAnEarlierVersionComesBack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DefaultExecutionContextSerializer().serialize(new HashMap<>(CONTEXT), bytes);
        assertThat(read(bytes.toString(StandardCharsets.UTF_8))).isEqualTo(CONTEXT);
    }

    @Test
    void setsThatTakeForEverAreRefusedAtOnce() {
        isRefused(SerialBomb.nestedSets());
    }

    @Test
    void otherClassesDepthsAndSizesAreRefused() {
        isRefused(SerialBomb.of(new HashMap<>(Map.of("file", new File("x")))));
        isRefused(SerialBomb.of(new HashMap<>(Map.of("date", LocalDate.EPOCH))));
        isRefused(SerialBomb.of(new HashMap<>(Map.of("list", new ArrayList<>(List.of(1))))));
        isRefused(SerialBomb.of(new HashMap<>(Map.of("map", new HashMap<>(Map.of("a", 1))))));
        Map<String, Object> large = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            large.put("key" + i, 1L);
        }
        isRefused(SerialBomb.of(large));
        isRefused(SerialBomb.of((Object) "a text alone"));
        isRefused("not a context");
        isRefused("A".repeat(100_000));
        isRefused("");
    }

    private void isRefused(String text) {
        assertThat(ContextSerializer.isReadable(text)).isFalse();
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("none that this program writes");
    }

    private Map<String, Object> read(String text) throws IOException {
        return serializer.deserialize(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
