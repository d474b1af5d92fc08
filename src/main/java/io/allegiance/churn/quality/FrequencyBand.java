package io.allegiance.churn.quality;

/** Ranges of x, the repeat purchases: purchase days after the first. */
public enum FrequencyBand {
    NONE("0", 0),
    ONE("1", 1),
    TWO_OR_THREE("2-3", 2),
    FOUR_TO_SEVEN("4-7", 4),
    EIGHT_TO_FIFTEEN("8-15", 8),
    SIXTEEN_OR_MORE("16+", 16);

    private final String title;
    private final int least;

    FrequencyBand(String title, int least) {
        this.title = title;
        this.least = least;
    }

    /** The range as tables and documents name it. */
    public String title() {
        return title;
    }

    /**
     * The range of a number of repeat purchases.
     *
     * @throws IllegalArgumentException when it is below 0
     */
    public static FrequencyBand of(int repeatPurchases) {
        if (repeatPurchases < 0) {
            throw new IllegalArgumentException("repeat purchases must be 0 or more; were " + repeatPurchases);
        }
        FrequencyBand found = NONE;
        for (FrequencyBand band : values()) {
            found = repeatPurchases >= band.least ? band : found;
        }
        return found;
    }
}
