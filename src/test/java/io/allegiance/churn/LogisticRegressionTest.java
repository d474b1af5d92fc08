package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final double C = 0.02;

    @Test
    void theGradientVanishesAtTheFit() {
        TrainingRows rows = rows(3_000);
        LogisticRegression.Fit fit = LogisticRegression.fit(rows);
        int width = FeatureCatalogue.ALL.size();
        double[] gradient = new double[width + 1];
        for (int row = 0; row < rows.size(); row++) {
            double error = 1 / (1 + Math.exp(-logit(fit, rows, row))) - (rows.churned(row) ? 1 : 0);
            gradient[0] += error;
            for (int j = 0; j < width; j++) {
                gradient[j + 1] += error * fit.terms().get(j).standardised(rows.value(row, j));
            }
        }
        for (int j = 0; j < width; j++) {
            gradient[j + 1] += fit.terms().get(j).coefficient() / C;
        }
        for (double derivative : gradient) {
            assertThat(derivative).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void whoHasNotBoughtForLongChurnsMore() {
        LogisticRegression.Fit fit = LogisticRegression.fit(rows(3_000));
        ChurnModel model = ChurnModel.of(1, fit);
        assertThat(model.logit(Customers.bought(700, 650, 640)))
                .isGreaterThan(model.logit(Customers.bought(700, 60, 10)));
    }

    @Test
    void inputsAreClippedAtTheirOneAndNinetyNinePercentQuantiles() {
        TrainingRows rows = rows(2_000);
        ChurnTerm spend = LogisticRegression.fit(rows).terms().get(9);
        double[] sorted = rows.sorted(9);
        assertThat(spend.feature()).isEqualTo("mean_spend");
        assertThat(Arrays.stream(sorted).filter(value -> value < spend.low()).count())
                .isEqualTo((long) (0.01 * (sorted.length - 1)) + 1);
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
        LogisticRegression.Fit fit = LogisticRegression.fit(rows);
        assertThat(fit.terms().get(9).coefficient()).isZero();
        assertThat(fit.terms().get(7).deviation()).isZero();
        assertThat(fit.terms().get(8).share(5)).isZero();
    }

    @Test
    void perfectSeparationStaysFinite() {
        TrainingRows rows = new TrainingRows();
        for (int i = 0; i < 100; i++) {
            rows.addRow(Customers.bought(600, 500), true);
            rows.addRow(Customers.bought(600, 1), false);
        }
        LogisticRegression.Fit fit = LogisticRegression.fit(rows);
        assertThat(fit.intercept()).isFinite();
        assertThat(fit.terms())
                .allSatisfy(term -> assertThat(term.coefficient()).isFinite());
    }

    @Test
    void oneOutcomeAloneIsRefused() {
        TrainingRows rows = new TrainingRows();
        rows.addRow(Customers.bought(5), true);
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

    /** Whoever has not bought for long has mostly churned. */
    static TrainingRows rows(int size) {
        SplittableRandom random = new SplittableRandom(23);
        TrainingRows rows = new TrainingRows();
        for (int i = 0; i < size; i++) {
            CustomerAsOf customer = Customers.random(random);
            rows.addRow(customer, random.nextInt(300) < customer.daysSinceLastPurchase());
        }
        return rows;
    }

    private static double logit(LogisticRegression.Fit fit, TrainingRows rows, int row) {
        double z = fit.intercept();
        for (int j = 0; j < fit.terms().size(); j++) {
            z += fit.terms().get(j).share(rows.value(row, j));
        }
        return z;
    }
}
