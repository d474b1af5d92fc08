package io.allegiance.intake.line;

/**
 * Why a line was refused. The name is stored and is a stable contract; the sentences are for the person who reads them:
 * what is wrong, and how to correct it.
 */
public enum RejectionReason {
    WRONG_FIELD_COUNT(
            "The line has more or fewer fields than the header.",
            "Give it as many fields as the header, and put quotes around a text that holds a comma."),
    INVALID_UTF8(
            "The line holds bytes that are not UTF-8, or not of the encoding that was given.",
            "Save the file as UTF-8, or say what it is, such as --encoding windows-1252."),
    CONTROL_CHARACTER("A text holds a control character.", "Take that character out."),
    MISSING_ID("An id that the line needs is blank.", "Fill it in."),
    ID_TOO_LONG("An id has more than 64 characters.", "Shorten it, the same way wherever it stands."),
    TEXT_TOO_LONG("A text has more than 64 characters.", "Shorten it."),
    MISSING_TIME("The date is blank.", "Fill it in."),
    BAD_TIME(
            "The date or time is none: 2024-02-28, 2024-02-28T13:45:00 and 2024-02-28 13:45:00+01:00 are.",
            "Write it in one of these ways."),
    TIME_OUT_OF_RANGE(
            "The date is 1970-01-01, lies before the earliest date that lines may have, or lies after 2199.",
            "Correct it; where it is right, set allegiance.intake.earliest-date in jobs/nightly.yaml."),
    BAD_NUMBER(
            "A number is none: digits, a dot for the decimals, and a sign are read.",
            "Write it so, without currency signs or marks between thousands."),
    NUMBER_OUT_OF_RANGE(
            "An amount or discount is larger than 10,000,000,000, or a quantity than 999,999,999.999.",
            "Correct it; where whole columns are like this, such as article numbers, say which column has the amount."),
    UNKNOWN_TYPE(
            "The type is neither PURCHASE nor RETURN, nor, in a file, CANCELLED.",
            "Write one of these; a source view of your own leaves the lines of cancelled orders out."),
    NEGATIVE_AMOUNT("The amount is below zero.", "Make the line a RETURN, or the amount positive."),
    NEGATIVE_QUANTITY("The quantity of a purchase is below zero.", "Make the line a RETURN, or the quantity positive."),
    NEGATIVE_DISCOUNT(
            "The discount of a purchase is below zero.",
            "Write how much less than the full price was paid, 0 or more."),
    UNKNOWN_CURRENCY(
            "The currency is no ISO 4217 code.", "Write the code, such as GBP, or nothing for the reporting currency."),
    NO_FX_RATE(
            "There is no rate of the currency for the day or the 7 days before.",
            "Land the rates with 'allegiance import --kind fx FILE'; the next night reads those days again."),
    BAD_RATE("The rate is not above zero.", "Write how much of the reporting currency one unit is worth."),
    SELF_REFERRAL("A customer cannot refer themselves.", "Correct one of the two ids, or take the line out."),
    CONFLICTING_CONTENT(
            "The same key, or other lines of the same transaction, landed before with other content; --replace corrects it.",
            "Where this line is the right one, import its file with --replace; else close it with 'allegiance rejects --close"
                    + " ID --by NAME --reason TEXT'."),
    EQUAL_LANDED(
            "Lines that say the same landed from another file, and only its own file tells whether this is one of them.",
            "Import its own file again.");

    private final String sentence;
    private final String mend;

    RejectionReason(String sentence, String mend) {
        this.sentence = sentence;
        this.mend = mend;
    }

    /** Returns one sentence that says what is wrong. */
    public String sentence() {
        return sentence;
    }

    /** Returns one sentence that says how to correct it. */
    public String mend() {
        return mend;
    }
}
