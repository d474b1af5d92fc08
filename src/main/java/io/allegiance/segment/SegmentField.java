package io.allegiance.segment;

import java.util.function.ToLongFunction;

/** A field that conditions may use; {@link SegmentFields} lists them. */
public final class SegmentField {

    /** The word for a value that a customer lacks. */
    static final String UNKNOWN = "unknown";

    private final String word;
    private final String scale;
    private final FieldForm form;
    private final ToLongFunction<SegmentFacts> value;

    /**
     * @param word the word for it in the file
     * @param scale the scale of its values, in words
     * @param form how conditions on it are written, and with it the unit of values inside
     * @param value where a customer's value comes from; -1 where unknown
     */
    SegmentField(String word, String scale, FieldForm form, ToLongFunction<SegmentFacts> value) {
        this.word = word;
        this.scale = scale;
        this.form = form;
        this.value = value;
    }

    /** The word for it in the file. */
    public String word() {
        return word;
    }

    /** The scale of its values, in words. */
    public String scale() {
        return scale;
    }

    FieldForm form() {
        return form;
    }

    /** The customer's value, in units; -1 where unknown. */
    long valueOf(SegmentFacts facts) {
        return value.applyAsLong(facts);
    }

    /** Returns whether the RFM scores alone give its value. */
    boolean isOfRfm() {
        return form instanceof FifthsForm;
    }

    @Override
    public String toString() {
        return word;
    }
}
