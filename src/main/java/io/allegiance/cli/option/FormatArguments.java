package io.allegiance.cli.option;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.format.FormatOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a command that reads files of any format. */
public final class FormatArguments {

    @Option(
            names = "--format",
            paramLabel = "NAME|FILE.yaml",
            description = "the format of the file; without it the file's header tells")
    private @Nullable String format;

    @Option(
            names = "--map",
            paramLabel = "COLUMN=SOURCE",
            converter = MappingConverter.class,
            description =
                    "where a column of ours comes from: customer_id=\"Customer Email\", amount=\"Price*Quantity\","
                            + " currency=\"'EUR'\"")
    private List<Mapping> maps = List.of();

    @Option(
            names = "--date-pattern",
            paramLabel = "PATTERN",
            description = "how the file writes dates, such as dd/MM/yyyy; several are tried in turn")
    private List<String> datePatterns = List.of();

    @Option(
            names = "--decimal-mark",
            paramLabel = "MARK",
            description = "the mark before the decimals: . or , (the other one may part groups of three digits)")
    private @Nullable String decimalMark;

    @Option(
            names = "--save-format",
            paramLabel = "NAME",
            description = "save what --map and the others say as a format, so that such files are recognised")
    private @Nullable String saveAs;

    /**
     * What was said.
     *
     * @throws UsageException when it was said of a file that is not one of transactions
     */
    public FormatOptions toOptions(ImportKind kind) {
        FormatOptions options = new FormatOptions(format, mapped(), datePatterns, decimalMark, saveAs);
        if (kind != ImportKind.TRANSACTION && !options.equals(FormatOptions.NONE)) {
            throw new UsageException("Formats are for files of transactions; leave --format, --map and the"
                    + " other options of formats out for a file of kind " + kind.option() + ".");
        }
        return options;
    }

    private Map<String, String> mapped() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Mapping each : maps) {
            String before = sources.put(each.column(), each.source());
            if (before != null) {
                throw new UsageException("--map gives " + each.column() + " two sources, " + before + " and "
                        + each.source() + "; leave one of them out.");
            }
        }
        return sources;
    }

    private record Mapping(String column, String source) {}

    /** Parts a column and its source at the first equals sign. */
    static final class MappingConverter implements ITypeConverter<Mapping> {

        @Override
        public Mapping convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException(
                        "it is COLUMN=SOURCE, such as customer_id=\"Customer Email\"; was '" + text + "'");
            }
            return new Mapping(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
