package io.allegiance.scoring;

/** The churn probability in one word. */
public enum ChurnBand {
    LOW,
    MEDIUM,
    HIGH
}
