package io.allegiance.training;

import io.allegiance.btyd.PurchaseModelFamily;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The parameters of the training job ({@code allegiance.train.*}, in {@code jobs/train.yaml}).
 *
 * @param cutOffs past dates, 30 days apart, on which a new model is tried; 1 to 12
 * @param logLossMargin by how much its log loss may exceed the active model's; 0 or more
 * @param yardsticks whether BG/NBD and Pareto/NBD, which no score comes from, are fitted and tried as well
 */
@ConfigurationProperties("allegiance.train")
public record TrainSettings(
        @DefaultValue("3") int cutOffs,
        @DefaultValue("0.005") double logLossMargin,
        @DefaultValue("true") boolean yardsticks) {

    private static final int MOST_CUT_OFFS = 12;

    public TrainSettings {
        if (cutOffs < 1 || cutOffs > MOST_CUT_OFFS) {
            throw new IllegalArgumentException(
                    "allegiance.train.cut-offs must be in 1 to " + MOST_CUT_OFFS + "; was " + cutOffs);
        }
        if (!(logLossMargin >= 0)) {
            throw new IllegalArgumentException(
                    "allegiance.train.log-loss-margin must be 0 or more; was " + logLossMargin);
        }
    }

    /** The purchase models that are fitted. */
    public List<PurchaseModelFamily> purchaseModels() {
        return yardsticks ? ModelFitter.ALL : ModelFitter.SCORED_WITH;
    }
}
