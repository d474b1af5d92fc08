package io.allegiance.segment;

/** The notation of conditions on a field, and the range of units that each denotes. */
sealed interface FieldForm permits FifthsForm, BandsForm, DecimalsForm {

    /**
     * Reads what a rule asks of a field.
     *
     * @throws IllegalArgumentException with the reason, when it is not written so or asks for nothing that there is
     */
    ValueRange parse(SegmentField field, String text);

    /** A range as the file writes it, the same for the same range. */
    String text(ValueRange range);

    /** All values that a field of this form can have, the unknown one included where there is one. */
    ValueRange everything();

    /** The end of each message about a condition. */
    static IllegalArgumentException refused(SegmentField field, String reason, String text) {
        return new IllegalArgumentException(field.word() + " " + reason + "; was '" + text + "'");
    }
}
