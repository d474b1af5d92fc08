package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The format that a command asks for; without a word about it, the one whose header the file has. */
public final class RequestedFormat implements FormatChoice {

    private final FormatOptions options;
    private final @Nullable FileFormat named;
    private final Supplier<FormatCatalogue> catalogue;
    private final @Nullable NumberStyle numbers;
    private @Nullable FileFormat chosen;

    /**
     * @param named the format of {@code --format}; null where none is named, or our own
     * @param catalogue asked only for a file that has not the columns of our own
     * @throws UsageException when the options contradict each other, or one of them means nothing
     */
    public RequestedFormat(FormatOptions options, @Nullable FileFormat named, Supplier<FormatCatalogue> catalogue) {
        this.options = options;
        this.named = named;
        this.catalogue = catalogue;
        this.numbers = numbers(options.decimalMark());
        if (options.format() != null && !options.maps().isEmpty()) {
            throw new UsageException("--format and --map exclude each other: a format says where each column comes"
                    + " from; copy its file, change it, and name the copy.");
        }
        options.datePatterns().forEach(RequestedFormat::requirePattern);
    }

    private static void requirePattern(String pattern) {
        try {
            TimeStyle.requirePattern(pattern);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--date-pattern '" + pattern + "' is no pattern of a date (" + e.getMessage()
                            + "); dd/MM/yyyy HH:mm is one.",
                    e);
        }
    }

    /** With a comma for the decimals, a dot can only part groups of three digits, and the other way round. */
    private static @Nullable NumberStyle numbers(@Nullable String mark) {
        if (mark == null) {
            return null;
        }
        return switch (mark) {
            case "," -> new NumberStyle(',', '.', false);
            case "." -> new NumberStyle('.', ',', false);
            default -> throw new UsageException("--decimal-mark is . or , and not '" + mark + "'.");
        };
    }

    @Override
    public FileLayout layout() {
        return named == null ? FileLayout.OF_THE_FILE : named.layout();
    }

    @Override
    public Optional<FileFormat> choose(VendorColumns columns, String file) {
        chosen = withStyles(base(columns, file), columns, file);
        return Optional.ofNullable(chosen);
    }

    /** The format that was chosen last; empty for our own. */
    public Optional<FileFormat> chosen() {
        return Optional.ofNullable(chosen);
    }

    private @Nullable FileFormat base(VendorColumns columns, String file) {
        if (named != null || FileFormat.OWN.equals(options.format())) {
            return named;
        }
        if (!options.maps().isEmpty()) {
            return OneOffMapping.of(options.maps(), columns, file);
        }
        return FormatCatalogue.isOwn(columns)
                ? null
                : catalogue.get().recognise(columns, file).orElse(null);
    }

    /** Our own format with other ways of numbers and dates is one that maps each column to itself. */
    private @Nullable FileFormat withStyles(@Nullable FileFormat base, VendorColumns columns, String file) {
        if (!options.changesStyles()) {
            return base;
        }
        FileFormat format = base == null ? OneOffMapping.of(Map.of(), columns, file) : base;
        NumberStyle before = format.numbers();
        return format.with(
                numbers == null
                        ? before
                        : new NumberStyle(numbers.decimal(), numbers.grouping(), before.currencySigns()),
                options.datePatterns().isEmpty()
                        ? format.times()
                        : new TimeStyle(options.datePatterns(), format.times().zone()));
    }
}
