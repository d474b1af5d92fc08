package io.allegiance.platform.yaml;

import io.allegiance.failure.AttentionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Parses YAML of at most {@value #MOST_BYTES} bytes and {@value #DEEPEST} levels, without anchors: ten lines of anchors within
 * anchors stand for a billion values, which a parser tries to make before anybody can look at them.
 */
public final class BoundedYaml {

    /** The most bytes that a file may have. */
    public static final int MOST_BYTES = 200_000;

    private static final int DEEPEST = 20;

    private final String file;

    /** @param file the name for messages */
    public BoundedYaml(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws AttentionException when it is longer than a file may be
     * @throws IOException when it cannot be read
     */
    public byte[] read(Path from) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            requireSize(bytes);
            return bytes;
        }
    }

    /**
     * Reads the text of a file.
     *
     * @throws AttentionException when it is longer than a file may be, or not in UTF-8
     * @throws IOException when it cannot be read
     */
    public String readText(Path from) throws IOException {
        return decoded(read(from));
    }

    /**
     * Parses the one document of a file into nodes.
     *
     * @return empty where there is none
     * @throws AttentionException with file, line and reason, when it is no YAML in UTF-8, or beyond a bound
     */
    public Optional<Node> findRoot(byte[] bytes) {
        try {
            requireBounded(bytes);
            return Optional.ofNullable(yaml().compose(new StringReader(decoded(bytes))));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new AttentionException("%s, line %d: this is not YAML: %s".formatted(file, line, e.getProblem()), e);
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new AttentionException("%s: this is not YAML: %s".formatted(file, reason), e);
        }
    }

    /**
     * Requires that a file, which another reader will parse, is within the bounds.
     *
     * @throws AttentionException with file, line and reason, when it is not, or not in UTF-8
     * @throws YAMLException when it is no YAML
     */
    public void requireBounded(byte[] bytes) {
        requireSize(bytes);
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(decoded(bytes)))) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw refused(event, "values are nested more than " + DEEPEST + " deep");
            }
            if (event instanceof AliasEvent) {
                throw refused(event, "anchors (&, *) are not read; write it out in full");
            }
        }
    }

    private void requireSize(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new AttentionException("%s has more than %d bytes, which no file of this kind needs; cut it down"
                    .formatted(file, MOST_BYTES));
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options));
    }

    private AttentionException refused(Event event, String reason) {
        int line = event.getStartMark().getLine() + 1;
        return new AttentionException("%s, line %d: %s".formatted(file, line, reason));
    }

    private String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new AttentionException(file + " is not a text in UTF-8; save it as such", e);
        }
    }
}
