package io.allegiance.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.rfm.RfmScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Made-up files, judged by trying one customer for every way in which customers can differ. */
class GeneratedSegmentRulesTest {

    private static final List<String> BANDS = List.of("LOW", "MEDIUM", "HIGH");

    private static final String[][] ENDS = {
        {"0.000001", "0.2", "0.4", "0.55", "0.7", "1"},
        {"0.01", "20", "40", "60", "99.99", "100"},
        {"0.0001", "50", "100", "249.5", "922337203685477.5807"},
        {"1", "14", "30", "90", "9999999"}
    };

    private int sound;
    private int gaps;
    private int unreachable;

    @Test
    void filesWithUncoveredCustomerOrUnmatchedRuleAreRefused() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 120; trial++) {
            List<RuleText> rules = cover(random);
            judge(rules, random);
            judge(rules.subList(0, rules.size() - 1), random);
            judge(withShadowed(rules, random), random);
            judge(anyRules(random), random);
        }
        assertThat(sound).isGreaterThan(60);
        assertThat(gaps).isGreaterThan(60);
        assertThat(unreachable).isGreaterThan(60);
    }

    private void judge(List<RuleText> texts, SplittableRandom random) {
        List<RuleText> rules = numbered(texts);
        NaiveRules naive = new NaiveRules(rules);
        Set<String> winners = winners(naive);
        boolean gap = winners.remove("");
        String never = rules.stream()
                .filter(rule -> !winners.contains(rule.segment()))
                .map(rule -> "s.yaml, line %d, rule %s: it can never match: ".formatted(rule.line(), rule.segment()))
                .findFirst()
                .orElse(null);
        if (gap) {
            gaps++;
            refused(rules, rules.isEmpty() ? "s.yaml: no" : "s.yaml, line " + rules.size() + ", after the last rule S");
        } else if (never != null) {
            unreachable++;
            refused(rules, never);
        } else {
            sound++;
            requireAlike(SegmentRules.of("s.yaml", rules, NaiveRules.EDGES), naive, random);
        }
    }

    private static void refused(List<RuleText> rules, String start) {
        assertThatIllegalArgumentException()
                .as(rules.toString())
                .isThrownBy(() -> SegmentRules.of("s.yaml", rules, NaiveRules.EDGES))
                .withMessageStartingWith(start);
    }

    /** Who wins for each RFM score and each combination of the ends of ranges; the empty name for nobody. */
    private static Set<String> winners(NaiveRules naive) {
        Set<String> winners = new HashSet<>();
        List<BigDecimal[]> customers = new ArrayList<>();
        customers.add(new BigDecimal[NaiveRules.FIELDS.size()]);
        for (int field = 0; field < NaiveRules.FIELDS.size(); field++) {
            List<BigDecimal[]> more = new ArrayList<>();
            for (BigDecimal[] customer : customers) {
                for (BigDecimal value : naive.grid(field)) {
                    BigDecimal[] next = customer.clone();
                    next[field] = value;
                    more.add(next);
                }
            }
            customers = more;
        }
        for (RfmScore rfm : RfmScore.everyScore()) {
            customers.forEach(customer -> winners.add(naive.segmentOf(rfm, customer)));
        }
        return winners;
    }

    private static void requireAlike(SegmentRules rules, NaiveRules naive, SplittableRandom random) {
        for (RfmScore rfm : RfmScore.everyScore()) {
            requireAlike(rules, naive, rfm, naive.randomCustomer(random));
            for (String churn : List.of("0", "0.399999", "0.4", "0.699999", "0.7", "1")) {
                BigDecimal[] customer = naive.randomCustomer(random);
                customer[0] = new BigDecimal(churn);
                requireAlike(rules, naive, rfm, customer);
            }
        }
    }

    private static void requireAlike(SegmentRules rules, NaiveRules naive, RfmScore rfm, BigDecimal[] customer) {
        assertThat(rules.segmentOf(NaiveRules.facts(rfm, customer))).isEqualTo(naive.segmentOf(rfm, customer));
    }

    /** Rules that cover everybody: any at all, then a field cut at its ends, unknown included, or one for the rest. */
    private static List<RuleText> cover(SplittableRandom random) {
        int first = random.nextInt(NaiveRules.FIELDS.size());
        int second = random.nextInt(NaiveRules.FIELDS.size());
        List<RuleText> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rules.add(anyRule(random, first, second));
        }
        if (random.nextBoolean()) {
            String field = NaiveRules.FIELDS.get(first);
            String end = end(random, first);
            rules.add(rule(field, ".." + end));
            if (NaiveRules.mayBeUnknown(first)) {
                rules.add(rule(field, "unknown"));
            }
            rules.add(rule(field, end + ".."));
        } else {
            rules.add(rule());
        }
        return rules;
    }

    private static List<RuleText> anyRules(SplittableRandom random) {
        int first = random.nextInt(NaiveRules.FIELDS.size());
        int second = random.nextInt(NaiveRules.FIELDS.size());
        List<RuleText> rules = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            rules.add(anyRule(random, first, second));
        }
        return rules;
    }

    /** A narrower rule below a wider one. */
    private static List<RuleText> withShadowed(List<RuleText> rules, SplittableRandom random) {
        List<RuleText> more = new ArrayList<>(rules);
        int wide = random.nextInt(rules.size());
        List<RuleText.Condition> conditions = new ArrayList<>(rules.get(wide).conditions());
        if (conditions.stream().noneMatch(condition -> condition.field().equals("recency"))) {
            conditions.add(new RuleText.Condition(1, "recency", fifths(random)));
        }
        more.add(wide + 1 + random.nextInt(rules.size() - wide), new RuleText(1, "S", "meaning", conditions));
        return more;
    }

    private static RuleText anyRule(SplittableRandom random, int first, int second) {
        List<String> words = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            words.addAll(List.of("recency", fifths(random)));
        }
        if (random.nextInt(3) == 0) {
            words.addAll(List.of("monetary", random.nextInt(3) == 0 ? "unknown" : fifths(random)));
        }
        if (random.nextInt(3) == 0) {
            words.addAll(List.of("frequency_monetary", fifths(random)));
        }
        if (random.nextInt(3) == 0) {
            int from = random.nextInt(3);
            words.addAll(List.of("churn_band", BANDS.get(from) + ".." + BANDS.get(from + random.nextInt(3 - from))));
        }
        if (random.nextInt(3) > 0) {
            words.addAll(List.of(NaiveRules.FIELDS.get(first), range(random, first)));
        }
        if (second != first && random.nextInt(3) > 0) {
            words.addAll(List.of(NaiveRules.FIELDS.get(second), range(random, second)));
        }
        return rule(words.toArray(String[]::new));
    }

    private static String fifths(SplittableRandom random) {
        int from = 1 + random.nextInt(5);
        return from + ".." + (from + random.nextInt(6 - from));
    }

    private static String range(SplittableRandom random, int field) {
        String[] ends = ends(field);
        int from = random.nextInt(ends.length);
        int to = random.nextInt(ends.length);
        if (NaiveRules.mayBeUnknown(field) && random.nextInt(6) == 0) {
            return "unknown";
        }
        if (from < to) {
            return ends[from] + ".." + ends[to];
        }
        return random.nextBoolean() ? ends[from] + ".." : ".." + ends[from];
    }

    private static String end(SplittableRandom random, int field) {
        return ends(field)[random.nextInt(ends(field).length)];
    }

    private static String[] ends(int field) {
        return ENDS[NaiveRules.isDays(field) ? 3 : field == 0 ? 0 : field < 10 ? 1 : 2];
    }

    private static RuleText rule(String... fieldsAndValues) {
        List<RuleText.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            conditions.add(new RuleText.Condition(1, fieldsAndValues[i], fieldsAndValues[i + 1]));
        }
        return new RuleText(1, "S", "meaning", conditions);
    }

    private static List<RuleText> numbered(List<RuleText> rules) {
        List<RuleText> numbered = new ArrayList<>();
        for (RuleText rule : rules) {
            int line = numbered.size() + 1;
            numbered.add(new RuleText(line, "S" + line, rule.meaning(), rule.conditions()));
        }
        return numbered;
    }
}
