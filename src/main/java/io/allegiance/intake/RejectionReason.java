package io.allegiance.intake;

/** Why a line was refused. The name is stored and is a stable contract; the sentence is for the person who reads it. */
public enum RejectionReason {
    WRONG_FIELD_COUNT("The line has more or fewer fields than the header."),
    INVALID_UTF8("The line holds bytes that are not UTF-8."),
    CONTROL_CHARACTER("A text holds a control character."),
    MISSING_ID("An id that the line needs is blank."),
    ID_TOO_LONG("An id has more than 64 characters."),
    TEXT_TOO_LONG("A text has more than 64 characters."),
    MISSING_TIME("The date is blank."),
    BAD_TIME("The date or time is none: 2024-02-28, 2024-02-28T13:45:00 and 2024-02-28 13:45:00+01:00 are."),
    TIME_OUT_OF_RANGE("The year lies outside 1970 to 2199."),
    BAD_NUMBER("A number is none: digits, a dot for the decimals, and a sign are read."),
    NUMBER_OUT_OF_RANGE("A number is larger than can be stored."),
    UNKNOWN_TYPE("The type is neither PURCHASE nor RETURN."),
    NEGATIVE_AMOUNT("The amount is below zero."),
    NEGATIVE_QUANTITY("The quantity of a purchase is below zero."),
    NEGATIVE_DISCOUNT("The discount of a purchase is below zero."),
    UNKNOWN_CURRENCY("The currency is no ISO 4217 code."),
    NO_FX_RATE("There is no rate of the currency for the day or the 7 days before."),
    BAD_RATE("The rate is not above zero."),
    SELF_REFERRAL("A customer cannot refer themselves."),
    CONFLICTING_CONTENT("The same key landed before with other content; --replace corrects it.");

    private final String sentence;

    RejectionReason(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence that says what is wrong. */
    public String sentence() {
        return sentence;
    }
}
