package io.allegiance.intake.line;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code source_transaction}, typed but not yet checked by the rules: the view may be defined on
 * tables of the user's own. Numbers are {@link io.allegiance.purchase.Money#UNKNOWN} for NULL and
 * {@link io.allegiance.purchase.Money#OUT_OF_RANGE} where they do not fit.
 *
 * @param amount in ten-thousandths of the currency
 * @param quantity in thousandths
 * @param discount in ten-thousandths of the currency
 */
public record RawLine(
        @Nullable String transactionId,
        @Nullable String lineKey,
        @Nullable String customerId,
        @Nullable LocalDateTime occurredAt,
        @Nullable String type,
        long amount,
        @Nullable String currency,
        long quantity,
        long discount,
        @Nullable String category,
        @Nullable String product,
        @Nullable String store,
        @Nullable String channel) {}
