package io.allegiance.training;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.Json;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model as the text that is kept. The text begins with the number of its format, so that a program never takes for
 * its own what a newer one wrote: it would drop what it does not know and predict something else.
 */
final class ModelDocument {

    /**
     * The format that this program writes, and the highest that it reads. Raise it when an older program must not use a
     * new document.
     */
    static final int FORMAT = 2;

    /** Of the as-of date that a version begins with. */
    private static final int DATE_LENGTH = 10;

    private ModelDocument() {}

    /** The number alone; documents from before formats were numbered have none. */
    private record Numbered(@Nullable Integer format) {}

    /** The horizons alone: a whole model takes a quarter of the time of a command that only looks at them. */
    private record Horizons(
            @Nullable Integer format,
            int horizonDays,
            @Nullable List<Further> further) {}

    private record Further(int horizonDays) {}

    /** Finds H and the further horizons of a model, in this order; empty where a newer program wrote it. */
    static Optional<List<Integer>> findHorizons(String document) {
        Horizons found = Json.read(document, Horizons.class);
        return Objects.requireNonNullElse(found.format(), 1) > FORMAT
                ? Optional.empty()
                : Optional.of(Stream.concat(
                                Stream.of(found.horizonDays()),
                                Objects.requireNonNullElse(found.further(), List.<Further>of()).stream()
                                        .map(Further::horizonDays))
                        .toList());
    }

    static String write(TrainedModel model) {
        return Json.writeNumbered("format", FORMAT, model);
    }

    /** Returns the format of a document; one without a number counts as 1. */
    static int formatOf(String document) {
        return Objects.requireNonNullElse(Json.read(document, Numbered.class).format(), 1);
    }

    static boolean isNewer(String document) {
        return formatOf(document) > FORMAT;
    }

    /**
     * Reads a document.
     *
     * @param version of the model
     * @throws AttentionException when a newer program wrote it
     */
    static TrainedModel read(String version, String document) {
        if (isNewer(document)) {
            throw new AttentionException(String.format(
                    Locale.ROOT,
                    "the model %s is from a newer program (format %d, where this one knows up to %d): use that program; or"
                            + " promote an older one with 'allegiance models --promote VERSION --by NAME --reason TEXT',"
                            + " or train anew with 'allegiance train --as-of %s'. Then run the same command again",
                    version,
                    formatOf(document),
                    FORMAT,
                    version.substring(0, DATE_LENGTH)));
        }
        return Json.read(document, TrainedModel.class);
    }
}
