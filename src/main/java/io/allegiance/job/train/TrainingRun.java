package io.allegiance.job.train;

import io.allegiance.training.GateDecision;
import io.allegiance.training.LeftOut;
import io.allegiance.training.TrainedModel;
import io.allegiance.training.TrainingSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The results that steps of a training run pass on, in memory; a restart computes them again. */
@Component
final class TrainingRun {

    private @Nullable TrainingSet set;
    private @Nullable LeftOut leftOut;
    private @Nullable TrainedModel model;
    private @Nullable GateDecision decision;

    /** Keeps what was collected, and the lines that it lacks; null for none. */
    void setTrainingSet(TrainingSet collected, @Nullable LeftOut lacking) {
        this.set = collected;
        this.leftOut = lacking;
        this.model = null;
    }

    /** The lines that the training set lacks; null for none. */
    @Nullable
    LeftOut leftOut() {
        return leftOut;
    }

    TrainingSet getTrainingSet() {
        if (set == null) {
            throw new IllegalStateException("the histories were not collected");
        }
        return set;
    }

    void setModel(TrainedModel fitted) {
        this.model = fitted;
    }

    void setDecision(GateDecision decided) {
        this.decision = decided;
    }

    GateDecision getDecision() {
        if (decision == null) {
            throw new IllegalStateException("the model was not held against the active one");
        }
        return decision;
    }

    TrainedModel getModel() {
        if (model == null) {
            throw new IllegalStateException("no model was fitted");
        }
        return model;
    }
}
