package io.allegiance.training;

import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.settings.nightly.NightlySettings.RejectSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The parameters of the training job ({@code allegiance.train.*}, in {@code jobs/train.yaml}).
 *
 * @param cutOffs past dates, 30 days apart, on which a new model is tried; 1 to 12
 * @param logLossMargin by how much its log loss may exceed the active model's; 0 or more
 * @param yardsticks whether BG/NBD and Pareto/NBD, which no score comes from, are fitted and tried as well
 * @param rejects how many lines a model may lack because they were rejected
 */
@ConfigurationProperties("allegiance.train")
public record TrainSettings(
        @DefaultValue("3") int cutOffs,
        @DefaultValue("0.005") double logLossMargin,
        @DefaultValue("true") boolean yardsticks,
        @DefaultValue RejectLimits rejects) {

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

    /**
     * The limits of lines that a model may lack; each as for nights unless set.
     *
     * @param mostLines of the days that a training takes in, 0 or more; null as for nights
     * @param mostPercent of all lines up to the as-of date, 0 to 100; null as for nights
     */
    public record RejectLimits(
            @Nullable Long mostLines, @Nullable Double mostPercent) {

        /** The limits, with those of nights where none is set. */
        public RejectSettings orOfNights(RejectSettings nights) {
            return new RejectSettings(
                    Objects.requireNonNullElse(mostLines, nights.mostLines()),
                    Objects.requireNonNullElse(mostPercent, nights.mostPercent()));
        }
    }

    /** The purchase models that are fitted. */
    public List<PurchaseModelFamily> purchaseModels() {
        return yardsticks ? ModelFitter.ALL : ModelFitter.SCORED_WITH;
    }
}
