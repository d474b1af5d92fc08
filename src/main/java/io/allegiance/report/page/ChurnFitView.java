package io.allegiance.report.page;

import io.allegiance.report.ChurnFitFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the churn model came out.
 *
 * @param statement in a sentence or two
 * @param ranking its figures against the purchase model
 * @param level null in a model of an earlier version
 */
record ChurnFitView(
        Value statement, Figures ranking, @Nullable LevelView level) {

    private static final String POINTER = "/model/churn";
    private static final int DIGITS = 4;

    /** Figures with their labels. */
    record Figures(List<Fact> facts) {}

    /** The level in sentences and figures. */
    record LevelView(List<Value> statements, Figures figures) {}

    static ChurnFitView of(ChurnFitFigures churn, ValueFormat values) {
        ChurnFitFigures.Level level = churn.level();
        return new ChurnFitView(
                values.text(POINTER + "/statement", churn.statement()),
                ranking(churn, values),
                level == null ? null : level(level, churn.purchaseFactor(), values));
    }

    private static Figures ranking(ChurnFitFigures churn, ValueFormat values) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Weight of the ranking",
                values.number(POINTER + "/weight", BigDecimal.valueOf(churn.weight()), 1, "not known")));
        ChurnFitFigures.Trial trial = churn.trial();
        if (trial != null) {
            facts.add(new Fact("Past cut-offs", values.count(POINTER + "/trial/cutOffs", trial.cutOffs())));
            facts.add(new Fact("Customers on them", values.count(POINTER + "/trial/customers", trial.customers())));
            facts.add(fact("Gain in log loss", "/trial/gain", trial.gain(), values));
            facts.add(fact("Noise of the gain", "/trial/noise", trial.noise(), values));
            facts.add(fact("Gain when averaged", "/trial/averagedGain", trial.averagedGain(), values));
            facts.add(fact("Noise when averaged", "/trial/averagedNoise", trial.averagedNoise(), values));
        }
        return new Figures(facts);
    }

    private static LevelView level(ChurnFitFigures.Level level, @Nullable Double purchaseFactor, ValueFormat values) {
        List<String> statements = level.statements();
        return new LevelView(
                IntStream.range(0, statements.size())
                        .mapToObj(i -> values.text(POINTER + "/level/statements/" + i, statements.get(i)))
                        .toList(),
                new Figures(List.of(
                        fact("Level δ", "/level/delta", level.delta(), values),
                        fact("of the last 30 days", "/level/ofLast30Days", level.ofLast30Days(), values),
                        fact("of former years", "/level/ofFormerYears", level.ofFormerYears(), values),
                        fact("Last 30 days φ", "/level/phi", level.phi(), values),
                        fact("Former years ψ", "/level/psi", level.psi(), values),
                        fact("Standard error", "/level/error", level.error(), values),
                        fact("Purchase factor q", "/purchaseFactor", purchaseFactor, values))));
    }

    private static Fact fact(String label, String pointer, @Nullable Double figure, ValueFormat values) {
        return new Fact(
                label,
                values.number(
                        POINTER + pointer, figure == null ? null : BigDecimal.valueOf(figure), DIGITS, "not known"));
    }
}
