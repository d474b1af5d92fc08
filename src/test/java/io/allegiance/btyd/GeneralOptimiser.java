package io.allegiance.btyd;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Powell's BOBYQA, which knows nothing of likelihoods and needs no gradient, over the same box, from many starts; the best
 * end is searched around once more.
 */
final class GeneralOptimiser {

    private static final int MOST_EVALUATIONS = 3000;
    private static final double WIDE = 1;
    private static final double NARROW = 1e-2;

    private final LogLikelihood likelihood;
    private final int parameters;
    private final RandomDataGenerator random;
    private double best = Double.NEGATIVE_INFINITY;
    private double[] bestPoint = {};

    private GeneralOptimiser(LogLikelihood likelihood, int parameters, long seed) {
        this.likelihood = likelihood;
        this.parameters = parameters;
        random = new RandomDataGenerator(seed);
    }

    /** The greatest log-likelihood that it saw from anywhere. */
    static double best(LogLikelihood likelihood, int parameters, int starts, long seed) {
        GeneralOptimiser search = new GeneralOptimiser(likelihood, parameters, seed);
        for (int start = 0; start < starts; start++) {
            search.from(search.anywhere(), WIDE);
        }
        search.from(search.bestPoint, NARROW);
        return search.best;
    }

    private double[] anywhere() {
        double[] point = new double[parameters];
        Arrays.setAll(point, i -> random.nextUniform(MaximumLikelihood.LOWEST, MaximumLikelihood.HIGHEST));
        return point;
    }

    private void from(double[] start, double radius) {
        double[] lowest = new double[parameters];
        double[] highest = new double[parameters];
        Arrays.fill(lowest, MaximumLikelihood.LOWEST);
        Arrays.fill(highest, MaximumLikelihood.HIGHEST);
        try {
            PointValuePair end = new BOBYQAOptimizer(2 * parameters + 1, radius, radius / 1000)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            GoalType.MAXIMIZE,
                            new ObjectiveFunction(this::value),
                            new SimpleBounds(lowest, highest),
                            new InitialGuess(start));
            value(end.getPoint());
        } catch (MathRuntimeException endedEarly) {
            /* It gives up where rounding hides the slope; what it saw until then counts. */
        }
    }

    private double value(double[] point) {
        double value = likelihood.valueAndGradient(point, new double[parameters]);
        if (value > best) {
            best = value;
            bestPoint = point.clone();
        }
        return value;
    }
}
