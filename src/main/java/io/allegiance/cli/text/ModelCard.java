package io.allegiance.cli.text;

import io.allegiance.training.GateDecision;
import io.allegiance.training.ModelRegistry;
import io.allegiance.training.TrainedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as {@code models --json} shows it: what it is for, what it is not for, how it was judged, and all that is
 * kept of it.
 *
 * @param version its version
 * @param state ACTIVE: the next night uses it, at most one model; SUPERSEDED: only nights of dates before the as-of date of a
 *     newer one use it; KEPT: no night does
 * @param decision why
 * @param comparison with the model that was active before it; null where there was none
 * @param promotion the override of the gate; null without one
 * @param intendedUse what its probabilities are for
 * @param limits the limits of the figures
 * @param validation how its figures came about
 * @param model parameters, data window, code version and figures
 */
public record ModelCard(
        String version,
        String state,
        @Nullable String decision,
        GateDecision.@Nullable Comparison comparison,
        ModelRegistry.@Nullable Promotion promotion,
        String intendedUse,
        List<String> limits,
        String validation,
        TrainedModel model) {

    private static final String INTENDED_USE =
            "To decide which of a shop's customers to address before they stay away, and how many are expected to."
                    + " A probability speaks of customers like this one, not of the one person.";

    private static final List<String> LIMITS = List.of(
            "It knows purchases only: no complaints, prices, campaigns or competitors, and nothing of a person.",
            "It assumes that the coming days resemble the past. It learns a season from former years, and leaves out days on which"
                    + " the whole shop was shut; it does not know of closures and campaigns to come.",
            "The level of the churn probabilities can be wrong for all customers together: the interval of the mean churn says by"
                    + " how much, with a probability of at least 0.8.",
            "It says who stays away, not which customers a campaign would bring back; that takes a control group.",
            "It must not decide on credit, employment, insurance or anything else about a person's rights.");

    private static final String VALIDATION =
            "On past cut-offs: at each a model was trained on the lines up to the cut-off alone and held against the H days"
                    + " after it. 'allegiance backtest' repeats it on a file.";

    public static ModelCard of(ModelRegistry.Registered registered) {
        return new ModelCard(
                registered.version(),
                registered.state(),
                registered.decision(),
                registered.comparison(),
                registered.promotion(),
                INTENDED_USE,
                LIMITS,
                VALIDATION,
                registered.model());
    }
}
