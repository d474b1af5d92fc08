package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.churn.FeatureCatalogue;
import io.allegiance.churn.FeatureShare;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChurnReasonsTest {

    private static final double[] SHARES = {-2, -0.5, -0.0, 0, 0.5, 1.5};

    /** Few different shares, so that many are equals, and many are none. */
    @Test
    void reasonsAreStrongestSharesThenByName() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 2_000; trial++) {
            double[] shares = random.ints(random.nextInt(FeatureCatalogue.ALL.size() + 1), 0, SHARES.length)
                    .mapToDouble(any -> SHARES[any])
                    .toArray();
            ChurnReasons reasons = ChurnReasons.of(shares);
            assertThat(Stream.of(reasons.first(), reasons.second(), reasons.third())
                            .filter(Objects::nonNull))
                    .containsExactlyElementsOf(ChurnReasons.strongestFirst(shares).stream()
                            .filter(share -> share.share() != 0)
                            .limit(3)
                            .map(FeatureShare::code)
                            .toList());
        }
    }
}
