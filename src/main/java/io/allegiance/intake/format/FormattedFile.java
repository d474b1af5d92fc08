package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.CsvFile;
import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.FileForm;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.Rejection;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file of any format, read as lines of our own; a file of our own format is read as it is. For one thread. */
public final class FormattedFile implements Closeable {

    private final CsvFile file;
    private final VendorColumns columns;
    private final Header header;
    private final @Nullable FileFormat format;
    private final @Nullable MappedLines mapped;
    private long lines;

    private FormattedFile(Path path, CsvFile file, ImportKind kind, FormatChoice choice, ZoneId zone) {
        this.file = file;
        CsvLine first = file.first();
        this.columns = VendorColumns.of(first);
        this.format = kind == ImportKind.TRANSACTION
                ? choice.choose(columns, path.toString()).orElse(null)
                : null;
        this.mapped = format == null
                ? null
                : new MappedLines(format, path.toString(), columns, zone, System::getenv, file::next);
        this.header = mapped == null ? ownHeader(first, columns, path, kind, choice) : mapped.header();
    }

    /** Reads a header of our own; who could have named a format is told how. */
    private static Header ownHeader(
            CsvLine first, VendorColumns columns, Path path, ImportKind kind, FormatChoice choice) {
        try {
            return Header.of(first, kind, path.toString());
        } catch (UsageException e) {
            if (kind != ImportKind.TRANSACTION || choice == FormatChoice.OWN || FormatCatalogue.isOwn(columns)) {
                throw e;
            }
            throw new UsageException(
                    e.getMessage() + " If another program wrote it, name its columns with --map customer_id=\"...\""
                            + " --map occurred_at=\"...\", or its format with --format NAME.",
                    e);
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @param input the file; what is given of its layout wins over what its format says
     * @param choice decides the format of a file of transactions; other kinds have our own
     * @param zone the program's
     * @throws UsageException when the file cannot be read, or has no header of the kind or of the format
     */
    public static FormattedFile open(InputFile input, ImportKind kind, FormatChoice choice, ZoneId zone) {
        FormattedFile first = open(input, kind, choice, zone, choice.layout());
        FileFormat format = first.format;
        if (format == null || format.layout().equals(choice.layout())) {
            return first;
        }
        first.close();
        return open(input, kind, choice, zone, format.layout());
    }

    private static FormattedFile open(
            InputFile input, ImportKind kind, FormatChoice choice, ZoneId zone, FileLayout layout) {
        CsvFile file = CsvFile.open(input.path(), layout.toTextLayout(input.layout()));
        try {
            return new FormattedFile(input.path(), file, kind, choice, zone);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The header of the lines. */
    public Header header() {
        return header;
    }

    /** The format; empty for our own. */
    public Optional<FileFormat> format() {
        return Optional.ofNullable(format);
    }

    /** Returns the next line; empty at the end, after which it is asked no more. */
    public Optional<CsvLine> next() {
        Optional<CsvLine> line = mapped == null ? file.next() : mapped.next();
        lines += line.isPresent() ? 1 : 0;
        return line;
    }

    /** Each of our columns that the file fills, and where it comes from; the names alone where the file has our own columns. */
    public List<String> describeColumns() {
        return format == null
                ? header.kind().columns().stream()
                        .filter(header::has)
                        .map(Column::title)
                        .toList()
                : format.describe();
    }

    /** Columns of the file that nothing is read from, as it names them. */
    public List<String> unusedColumns() {
        if (format == null) {
            return header.ignored();
        }
        Set<String> used = format.usedColumns().map(VendorColumns::form).collect(Collectors.toSet());
        return columns.names().stream()
                .filter(name -> !used.contains(VendorColumns.form(name)))
                .toList();
    }

    /** Returns in what form the lines stand in the file. */
    public FileForm form() {
        return file.form();
    }

    /** Returns the share of the file that was read, 0 to 1. */
    public double share() {
        return file.share();
    }

    /** Says of why the line returned last was refused where in the file that comes from. */
    public Rejection explain(Rejection rejection) {
        return mapped == null ? rejection : mapped.explain(rejection);
    }

    /** What the file was taken for, and what was read so far. */
    public FormatUse use() {
        return format == null || mapped == null
                ? new FormatUse(FileFormat.OWN, null, lines, new TreeMap<>())
                : new FormatUse(format.name(), format.hash(), mapped.rows(), mapped.leftOut());
    }

    @Override
    public void close() {
        file.close();
    }
}
