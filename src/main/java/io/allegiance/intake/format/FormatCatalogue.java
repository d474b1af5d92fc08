package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.line.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that are known, and which of them a file has. */
public final class FormatCatalogue implements FormatChoice {

    private final List<FileFormat> formats;

    /** @param formats with different names; our own is none of them */
    public FormatCatalogue(List<FileFormat> formats) {
        this.formats =
                formats.stream().sorted(Comparator.comparing(FileFormat::name)).toList();
    }

    /** The formats by name, our own left out. */
    public List<FileFormat> formats() {
        return formats;
    }

    /**
     * Returns a format by its name.
     *
     * @return empty for our own format
     * @throws UsageException when there is none of that name
     */
    public Optional<FileFormat> named(String name) {
        if (name.equals(FileFormat.OWN)) {
            return Optional.empty();
        }
        return Optional.of(formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no format '" + name + "'"
                        + NearestName.hint(
                                name, formats.stream().map(FileFormat::name).toList())
                        + "; known are " + FileFormat.OWN + ", "
                        + formats.stream().map(FileFormat::name).collect(Collectors.joining(", ")) + ".")));
    }

    /**
     * Recognises the format of a file by its header.
     *
     * @return empty for our own format, also where the file has no columns of any format: then our own says what is
     *     missing
     * @throws UsageException when several formats fit, or none does and one nearly does
     */
    public Optional<FileFormat> recognise(VendorColumns columns, String file) {
        if (isOwn(columns)) {
            return Optional.empty();
        }
        List<FileFormat> fitting =
                formats.stream().filter(format -> fits(format, columns)).toList();
        if (fitting.size() > 1) {
            throw new UsageException(file + " may have several formats: "
                    + fitting.stream().map(FileFormat::name).collect(Collectors.joining(", "))
                    + "; name the right one with --format NAME.");
        }
        if (fitting.isEmpty()) {
            refuseNearlyFitting(columns, file);
        }
        return fitting.stream().findFirst();
    }

    @Override
    public Optional<FileFormat> choose(VendorColumns columns, String file) {
        return recognise(columns, file);
    }

    /** Returns whether a header has the columns that every line of our own format needs. */
    static boolean isOwn(VendorColumns columns) {
        List<Column> ours = columns.names().stream()
                .flatMap(name -> Column.named(name).stream())
                .toList();
        return ours.contains(Column.CUSTOMER_ID) && ours.contains(Column.OCCURRED_AT);
    }

    private static boolean fits(FileFormat format, VendorColumns columns) {
        return !format.header().isEmpty()
                && format.header().stream().allMatch(columns::has)
                && format.without().stream().noneMatch(columns::has);
    }

    /** A file that has most of what a format is known by is refused by what it lacks of it. */
    private void refuseNearlyFitting(VendorColumns columns, String file) {
        formats.stream()
                .filter(format -> 2 * countOf(format, columns) > format.header().size())
                .max(Comparator.comparingDouble(format ->
                        (double) countOf(format, columns) / format.header().size()))
                .ifPresent(format -> {
                    throw new UsageException(
                            file + " has no known format. It is nearest to " + format.name() + lack(format, columns)
                                    + "; name the format with --format NAME, or the columns with"
                                    + " --map customer_id=\"...\" --map occurred_at=\"...\".");
                });
    }

    private static String lack(FileFormat format, VendorColumns columns) {
        List<String> missing =
                format.header().stream().filter(name -> !columns.has(name)).toList();
        return missing.isEmpty()
                ? ", but has a column that this format never has"
                : ", which also has '" + String.join("', '", missing) + "'";
    }

    private static long countOf(FileFormat format, VendorColumns columns) {
        return format.header().stream().filter(columns::has).count();
    }
}
