package io.allegiance.segment;

/** The remaining conditions of a rule for customers whose RFM scores match, compiled for fast evaluation. */
final class CompiledRule {

    private final SegmentRule rule;
    private final SegmentField[] fields;
    private final long[] from;
    private final long[] to;

    private CompiledRule(SegmentRule rule, int size) {
        this.rule = rule;
        this.fields = new SegmentField[size];
        this.from = new long[size];
        this.to = new long[size];
    }

    static CompiledRule of(SegmentRule rule, FactBox box) {
        int[] axes = box.constrainedAxes();
        CompiledRule claim = new CompiledRule(rule, axes.length);
        for (int i = 0; i < axes.length; i++) {
            claim.fields[i] = box.field(axes[i]);
            claim.from[i] = box.range(axes[i]).from();
            claim.to[i] = box.range(axes[i]).to();
        }
        return claim;
    }

    SegmentRule rule() {
        return rule;
    }

    boolean holds(SegmentFacts facts) {
        for (int i = 0; i < fields.length; i++) {
            long value = fields[i].valueOf(facts);
            if (value < from[i] || value > to[i]) {
                return false;
            }
        }
        return true;
    }
}
