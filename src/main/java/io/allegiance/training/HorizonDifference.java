package io.allegiance.training;

import io.allegiance.settings.BusinessSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares the configured horizons with those of the model that nights use: other horizons take another model. */
@Component
public final class HorizonDifference {

    private final ModelRegistry models;
    private final BusinessSettings business;

    HorizonDifference(ModelRegistry models, BusinessSettings business) {
        this.models = models;
        this.business = business;
    }

    /**
     * Says in a sentence how they differ; empty where they do not, and where there is no model that this program can use.
     *
     * @param date the model is the one that a night of this date would use
     */
    public Optional<String> find(LocalDate date) {
        // A model of a newer program is none: the night says so.
        return models.findActiveHorizons(date).flatMap(this::describe);
    }

    private Optional<String> describe(ModelRegistry.Horizons model) {
        List<Integer> further = model.days().subList(1, model.days().size());
        if (model.days().get(0) == business.horizonDays() && further.equals(business.furtherHorizons())) {
            return Optional.empty();
        }
        return Optional.of("the configured horizons are " + inWords(business.horizonDays(), business.furtherHorizons())
                + ", and nights go on with those of the model " + model.version() + ", "
                + inWords(model.days().get(0), further));
    }

    private static String inWords(int main, List<Integer> further) {
        StringBuilder words = new StringBuilder().append(main);
        further.forEach(days -> words.append(", ").append(days));
        return words.append(" days").toString();
    }
}
