package io.allegiance.segment;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Rules as somebody would evaluate them who reads the file: in decimals, one rule after the other, nothing prepared. */
final class NaiveRules {

    /** The fields that RFM scores do not give, bands aside; a customer is an array of their decimals, null for unknown. */
    static final List<String> FIELDS = List.of(
            "churn_probability",
            "loyalty_score",
            "repeat_score",
            "volume_score",
            "breadth_score",
            "commitment_score",
            "advocacy_score",
            "forgiveness_score",
            "spend_growth_score",
            "brand_score",
            "expected_value",
            "value_at_risk",
            "days_since_last_purchase",
            "history_days");

    private static final int FIRST_OF_DAYS = 12;

    static final BandEdges EDGES = new BandEdges(400_000, 700_000);

    private static final BigDecimal MEDIUM = new BigDecimal("0.4");
    private static final BigDecimal HIGH = new BigDecimal("0.7");

    private final List<RuleText> rules;

    NaiveRules(List<RuleText> rules) {
        this.rules = rules;
    }

    /** The segment of a customer; empty where no rule matches. */
    String segmentOf(RfmScore rfm, BigDecimal[] customer) {
        for (RuleText rule : rules) {
            if (rule.conditions().stream().allMatch(condition -> holds(condition, rfm, customer))) {
                return rule.segment();
            }
        }
        return "";
    }

    private static boolean holds(RuleText.Condition condition, RfmScore rfm, BigDecimal[] customer) {
        String asked = condition.values();
        return switch (condition.field()) {
            case "recency" -> isWithin(rfm.recency(), asked);
            case "frequency" -> isWithin(rfm.frequency(), asked);
            case "monetary" ->
                asked.equals("unknown")
                        ? rfm.monetary() == null
                        : rfm.monetary() != null && isWithin(rfm.monetary(), asked);
            case "frequency_monetary" -> isWithin(rfm.frequencyMonetary(), asked);
            case "churn_band" -> isWithin(band(customer[0]), bands(asked));
            default -> isInRange(customer[FIELDS.indexOf(condition.field())], asked);
        };
    }

    private static boolean isWithin(int value, String asked) {
        String[] ends = asked.split("\\.\\.");
        return Integer.parseInt(ends[0]) <= value && value <= Integer.parseInt(ends[ends.length - 1]);
    }

    private static int band(BigDecimal churn) {
        return churn.compareTo(MEDIUM) < 0 ? 1 : churn.compareTo(HIGH) < 0 ? 2 : 3;
    }

    private static String bands(String asked) {
        return asked.replace("LOW", "1").replace("MEDIUM", "2").replace("HIGH", "3");
    }

    private static boolean isInRange(BigDecimal value, String asked) {
        if (asked.equals("unknown") || value == null) {
            return asked.equals("unknown") && value == null;
        }
        int dots = asked.indexOf("..");
        String least = asked.substring(0, dots);
        String end = asked.substring(dots + 2);
        return (least.isEmpty() || value.compareTo(new BigDecimal(least)) >= 0)
                && (end.isEmpty() || value.compareTo(new BigDecimal(end)) < 0);
    }

    /** Values of a field such that each customer is treated like one who has one of them: the ends of all ranges. */
    List<BigDecimal> grid(int field) {
        Set<BigDecimal> ends = new TreeSet<>(List.of(BigDecimal.ZERO));
        if (field == 0) {
            ends.add(MEDIUM);
            ends.add(HIGH);
        }
        for (RuleText rule : rules) {
            for (RuleText.Condition condition : rule.conditions()) {
                if (condition.field().equals(FIELDS.get(field))
                        && !condition.values().equals("unknown")) {
                    addEnds(condition.values(), ends);
                }
            }
        }
        List<BigDecimal> values = new ArrayList<>(ends);
        if (mayBeUnknown(field) && isAskedFor(FIELDS.get(field))) {
            values.add(null);
        }
        return values;
    }

    private boolean isAskedFor(String field) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .anyMatch(condition -> condition.field().equals(field));
    }

    private static void addEnds(String asked, Set<BigDecimal> ends) {
        int dots = asked.indexOf("..");
        if (dots > 0) {
            ends.add(new BigDecimal(asked.substring(0, dots)));
        }
        if (dots + 2 < asked.length()) {
            ends.add(new BigDecimal(asked.substring(dots + 2)));
        }
    }

    /** A customer whose values are those of the grid, their neighbours, any others, or unknown. */
    BigDecimal[] randomCustomer(SplittableRandom random) {
        BigDecimal[] customer = new BigDecimal[FIELDS.size()];
        for (int field = 0; field < customer.length; field++) {
            List<BigDecimal> grid = grid(field);
            BigDecimal value = grid.get(random.nextInt(grid.size()));
            if (value != null && random.nextBoolean()) {
                BigDecimal unit = BigDecimal.ONE.movePointLeft(digits(field));
                value = random.nextBoolean()
                        ? value.subtract(unit)
                        : unit.multiply(BigDecimal.valueOf(random.nextLong(most(field) + 1)));
            }
            customer[field] = value == null ? null : value.max(BigDecimal.ZERO);
        }
        return customer;
    }

    /** The same customer as the program sees them. */
    static SegmentFacts facts(RfmScore rfm, BigDecimal[] customer) {
        return new SegmentFacts(
                rfm,
                units(customer, 0),
                LoyaltyScores.ofHundredths(IntStream.rangeClosed(1, 9)
                        .map(field -> score(customer, field))
                        .toArray()),
                units(customer, 10),
                units(customer, 11),
                new SegmentFacts.Days(
                        units(customer, FIRST_OF_DAYS).intValue(),
                        units(customer, FIRST_OF_DAYS + 1).intValue()));
    }

    private static int score(BigDecimal[] customer, int field) {
        Long units = units(customer, field);
        return units == null ? LoyaltyScores.UNKNOWN : units.intValue();
    }

    private static Long units(BigDecimal[] customer, int field) {
        BigDecimal value = customer[field];
        return value == null ? null : value.movePointRight(digits(field)).longValueExact();
    }

    private static int digits(int field) {
        return field == 0 ? 6 : field < 10 ? 2 : field < FIRST_OF_DAYS ? 4 : 0;
    }

    private static long most(int field) {
        return field == 0 ? 1_000_000 : field < 10 ? 10_000 : 9_000_000;
    }

    /** Returns whether a customer may lack the value of a field. */
    static boolean mayBeUnknown(int field) {
        return field > 0 && field < FIRST_OF_DAYS;
    }

    /** Returns whether a field is in whole days. */
    static boolean isDays(int field) {
        return field >= FIRST_OF_DAYS;
    }
}
