package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.FoldRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldFingerprintTest {

    @Test
    void otherRulesHaveAnotherFingerprintAndTheirOrderDoesNotCount() {
        assertThat(Histories.fingerprint(new FoldRules(90, List.of("b", "a"))))
                .isEqualTo(Histories.fingerprint(new FoldRules(90, List.of("a", "b", "a"))))
                .isNotEqualTo(Histories.fingerprint(new FoldRules(90, List.of("a"))))
                .isNotEqualTo(Histories.fingerprint(new FoldRules(91, List.of("a", "b"))))
                .hasSize(32);
    }
}
