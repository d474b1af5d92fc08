package io.allegiance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final Set<String> NAMES = Set.of(
            "nightly", "migrate", "status", "scores", "score", "help", "release", "replay", "--customer", "--date");

    @ParameterizedTest
    @CsvSource({
        "nigthly, nightly",
        "nightlyy, nightly",
        "hlep, help",
        "stat, status",
        "scor, score",
        "relase, release",
        "--cusomer, --customer",
        "--customr=C17, --customer",
        "--daet, --date"
    })
    void nameWithFewFaultsIsFound(String typed, String meant) {
        assertThat(Suggestions.findSimilar(typed, NAMES)).contains(meant);
    }

    @Test
    void nothingIsSuggestedForAnotherWord() {
        assertThat(Suggestions.findSimilar("publish-all", NAMES)).isEmpty();
        assertThat(Suggestions.findSimilar("x", NAMES)).isEmpty();
    }
}
