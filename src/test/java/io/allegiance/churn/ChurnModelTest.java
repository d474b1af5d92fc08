package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChurnModelTest {

    private static final LogisticRegression.Fit FIT = LogisticRegression.fit(LogisticRegressionTest.rows(2_000));

    @Test
    void sharesAndTheAverageCustomerAddUpToTheLogit() {
        SplittableRandom random = new SplittableRandom(2);
        for (double weight : new double[] {1, 0.5}) {
            ChurnModel model = ChurnModel.of(weight, FIT);
            for (int i = 0; i < 300; i++) {
                CustomerAsOf customer = Customers.random(random);
                double sum = model.base();
                for (double share : model.shares(customer)) {
                    sum += share;
                }
                assertThat(sum).isCloseTo(model.logit(customer), within(1e-12));
            }
        }
    }

    @Test
    void averagedMeansTheMeanOfBothLogits() {
        CustomerAsOf customer = Customers.bought(300, 200, 100);
        double regression = ChurnModel.of(1, FIT).logit(customer);
        assertThat(ChurnModel.of(0.5, FIT).logit(customer))
                .isCloseTo((regression + customer.modelLogit()) / 2, within(1e-12));
    }

    @Test
    void anAbsurdLogitOfThePurchaseModelIsClippedInTheAverage() {
        CustomerAsOf gone = Customers.bought(700, 699, 698, 697, 696, 695, 694, 693, 692, 691, 690);
        assertThat(gone.modelLogit()).isGreaterThan(FIT.terms().get(0).high());
        double averaged = ChurnModel.of(0.5, FIT).logit(gone);
        double regression = ChurnModel.of(1, FIT).logit(gone);
        assertThat(averaged).isCloseTo((regression + FIT.terms().get(0).high()) / 2, within(1e-12));
    }

    @Test
    void alonePurchaseModelsGiveTheirOwnProbabilityAndNoReasons() {
        ChurnModel alone = ChurnModel.PURCHASE_MODEL_ALONE;
        CustomerAsOf customer = Customers.bought(300, 200, 100);
        assertThat(alone.isPurchaseModelAlone()).isTrue();
        assertThat(alone.probability(customer, 0)).isEqualTo(customer.modelChurn());
        assertThat(alone.logit(customer)).isEqualTo(customer.modelLogit());
        assertThat(alone.shares(customer)).isEmpty();
    }

    @Test
    void theLevelMovesTheLogitOfEverybody() {
        CustomerAsOf customer = Customers.bought(300, 200, 100);
        ChurnModel model = ChurnModel.of(1, FIT);
        assertThat(model.probability(customer, 0.7))
                .isCloseTo(1 / (1 + Math.exp(-model.logit(customer) - 0.7)), within(1e-15));
    }

    @Test
    void termsOfAnotherCatalogueAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnModel(1, 0, List.of(new ChurnTerm("age", 0, 1, 0, 1, 1))))
                .withMessageContaining("[age]")
                .withMessageContaining("Train a model with this version");
    }

    @Test
    void theCodeTellsWhichWay() {
        Feature feature = FeatureCatalogue.ALL.get(4);
        assertThat(new FeatureShare(feature, 0.2).code()).isEqualTo("days_since_last_purchase+");
        assertThat(new FeatureShare(feature, -0.2).code()).isEqualTo("days_since_last_purchase-");
        assertThat(new FeatureShare(feature, 0).code()).isEqualTo("days_since_last_purchase");
    }

    @Test
    void theLogisticFunctionNeverOverflows() {
        assertThat(Logit.probability(800)).isEqualTo(1);
        assertThat(Logit.probability(-800)).isZero();
        assertThat(Logit.probability(-700)).isPositive();
        assertThat(Logit.softplus(800)).isEqualTo(800);
        assertThat(Logit.softplus(-800)).isZero();
        assertThat(Logit.softplus(1)).isCloseTo(Math.log(1 + Math.E), within(1e-15));
    }
}
