package io.allegiance.intake.line;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that an import file may have, each with the names that a header may give it, in any letter case. */
public enum Column {
    TRANSACTION_ID("transaction_id"),
    LINE_KEY("line_key"),
    LINE_NUMBER("line_number"),
    CUSTOMER_ID("customer_id"),
    OCCURRED_AT("occurred_at", "transaction_ts"),
    TYPE("type"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    QUANTITY("quantity"),
    DISCOUNT("discount"),
    CATEGORY("category"),
    PRODUCT("product"),
    CATEGORY_OR_SKU("category_or_sku"),
    STORE("store"),
    CHANNEL("channel"),
    REFERRER_CUSTOMER_ID("referrer_customer_id"),
    REFERRED_CUSTOMER_ID("referred_customer_id"),
    REFERRED_ON("referred_on"),
    INCIDENT_ID("incident_id"),
    KIND("kind"),
    RATE_DATE("rate_date"),
    RATE("rate"),
    BUSINESS_DATE("business_date"),
    LINE_COUNT("line_count");

    private static final Map<String, Column> BY_NAME = Arrays.stream(values())
            .flatMap(column -> column.names.stream().map(name -> Map.entry(name, column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    public static Optional<Column> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The name that messages use. */
    public String title() {
        return names.get(0);
    }

    /** All names that a header may give it, the one of messages first. */
    public List<String> names() {
        return names;
    }

    /** The column that is read where a file lacks this one; null where there is none. */
    public @Nullable Column substitute() {
        return switch (this) {
            case LINE_KEY -> LINE_NUMBER;
            case CATEGORY, PRODUCT -> CATEGORY_OR_SKU;
            default -> null;
        };
    }
}
