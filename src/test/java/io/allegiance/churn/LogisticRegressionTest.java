package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final double C = 0.02;

    @Test
    void theGradientVanishesAtTheFit() {
        TrainingRows rows = rows(3_000);
        List<ChurnTerm> fit = LogisticRegression.fit(rows);
        int width = FeatureCatalogue.ALL.size();
        double[] gradient = new double[width];
        for (int cutOff = 0; cutOff < rows.cutOffs(); cutOff++) {
            double intercept = intercept(fit, rows, cutOff);
            for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
                double error = Logit.probability(intercept + logit(fit, rows, row)) - (rows.churned(row) ? 1 : 0);
                for (int j = 0; j < width; j++) {
                    gradient[j] += error * fit.get(j).standardised(rows.value(row, j));
                }
            }
        }
        for (int j = 0; j < width; j++) {
            gradient[j] += fit.get(j).coefficient() / C;
        }
        for (double derivative : gradient) {
            assertThat(derivative).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void whoHasNotBoughtForLongChurnsMore() {
        List<ChurnTerm> fit = LogisticRegression.fit(rows(3_000));
        ChurnRanking model = new ChurnRanking(new ChurnModel(1, 0, fit, null, null));
        assertThat(model.logit(Customers.bought(700, 650, 640)))
                .isGreaterThan(model.logit(Customers.bought(700, 60, 10)));
    }

    @Test
    void inputsAreClippedAtTheirExtremeQuantiles() {
        TrainingRows rows = rows(2_000);
        ChurnTerm spend = LogisticRegression.fit(rows).get(9);
        double[] sorted = rows.sorted(9);
        assertThat(spend.feature()).isEqualTo("mean_spend");
        assertThat(Arrays.stream(sorted).filter(value -> value < spend.low()).count())
                .isEqualTo((long) (0.001 * (sorted.length - 1)) + 1);
        assertThat(spend.share(1e9)).isEqualTo(spend.share(spend.high()));
        assertThat(spend.share(-1e9)).isEqualTo(spend.share(spend.low()));
        assertThat(spend.share(Double.NaN)).isZero();
    }

    @Test
    void aFeatureThatIsAlwaysMissingOrAlwaysTheSameAddsNothing() {
        SplittableRandom random = new SplittableRandom(5);
        TrainingRows rows = new TrainingRows();
        for (int i = 0; i < 200; i++) {
            rows.addRow(Customers.boughtForUnknown(300, random.nextInt(200)), random.nextBoolean());
        }
        end(rows);
        List<ChurnTerm> fit = LogisticRegression.fit(rows);
        assertThat(fit.get(9).coefficient()).isZero();
        assertThat(fit.get(7).deviation()).isZero();
        assertThat(fit.get(8).share(5)).isZero();
    }

    @Test
    void perfectSeparationStaysFinite() {
        TrainingRows rows = new TrainingRows();
        for (int i = 0; i < 100; i++) {
            rows.addRow(Customers.bought(600, 500), true);
            rows.addRow(Customers.bought(600, 1), false);
        }
        end(rows);
        List<ChurnTerm> fit = LogisticRegression.fit(rows);
        assertThat(fit).allSatisfy(term -> assertThat(term.coefficient()).isFinite());
    }

    @Test
    void oneOutcomeAloneIsRefused() {
        TrainingRows rows = new TrainingRows();
        rows.addRow(Customers.bought(5), true);
        end(rows);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(rows))
                .withMessageContaining("1 of 1 rows churned");
    }

    @Test
    void quantilesLieBetweenTheNearestValues() {
        double[] sorted = {1, 2, 4, 8};
        assertThat(FeatureScaling.quantile(sorted, 0)).isEqualTo(1);
        assertThat(FeatureScaling.quantile(sorted, 0.5)).isEqualTo(3);
        assertThat(FeatureScaling.quantile(sorted, 0.9)).isCloseTo(6.8, within(1e-12));
        assertThat(FeatureScaling.quantile(sorted, 1)).isEqualTo(8);
        assertThat(FeatureScaling.quantile(new double[] {3}, 0.99)).isEqualTo(3);
    }

    /** Two cut-offs, the older with a higher churn. Whoever has not bought for long has mostly churned. */
    static TrainingRows rows(int size) {
        SplittableRandom random = new SplittableRandom(23);
        TrainingRows rows = new TrainingRows();
        for (int i = 0; i < size; i++) {
            CustomerAsOf customer = Customers.random(random);
            int least = i < size / 2 ? 0 : 60;
            rows.addRow(customer, random.nextInt(300) < customer.daysSinceLastPurchase() + least);
            if (i == size / 2 - 1 || i == size - 1) {
                LocalDate date = Customers.AS_OF.minusDays(i < size / 2 ? 100 : 200);
                rows.endCutOff(date, date.plusDays(90));
            }
        }
        return rows;
    }

    private static void end(TrainingRows rows) {
        rows.endCutOff(Customers.AS_OF.minusDays(90), Customers.AS_OF);
    }

    /** The intercept of a cut-off at which its own derivative vanishes, by halving. */
    private static double intercept(List<ChurnTerm> fit, TrainingRows rows, int cutOff) {
        double low = -30;
        double high = 30;
        for (int halving = 0; halving < 80; halving++) {
            double middle = (low + high) / 2;
            double error = 0;
            for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
                error += Logit.probability(middle + logit(fit, rows, row)) - (rows.churned(row) ? 1 : 0);
            }
            low = error < 0 ? middle : low;
            high = error < 0 ? high : middle;
        }
        return (low + high) / 2;
    }

    private static double logit(List<ChurnTerm> fit, TrainingRows rows, int row) {
        double z = 0;
        for (int j = 0; j < fit.size(); j++) {
            z += fit.get(j).share(rows.value(row, j));
        }
        return z;
    }
}
