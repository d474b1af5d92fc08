package io.allegiance.job.record;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.TypedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.stereotype.Component;

/**
 * Stores the contexts of jobs and steps as JSON of texts, numbers and truth values, and reads nothing else: Spring Batch's own
 * serializer would build whatever object the table describes. Contexts that an earlier version stored are read as well.
 */
@Component
public final class ContextSerializer implements ExecutionContextSerializer {

    private static final String JSON = "{";

    @Override
    public void serialize(Map<String, Object> context, OutputStream to) throws IOException {
        to.write(TypedJson.write(context).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws AttentionException when the text is longer, or anything else than this or an earlier version writes */
    @Override
    public Map<String, Object> deserialize(InputStream from) throws IOException {
        try {
            return read(new String(from.readNBytes(TypedJson.LONGEST + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new AttentionException(
                    "a context in Spring Batch's tables is none that this program writes, and was not read: find out"
                            + " who wrote it, then run the same command again, which names it",
                    e);
        }
    }

    /** Returns whether a text is a context as this or an earlier version writes it. */
    static boolean isReadable(String text) {
        try {
            read(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, Object> read(String text) {
        return text.startsWith(JSON) ? TypedJson.read(text) : OldContext.read(text);
    }
}
