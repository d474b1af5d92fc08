package io.allegiance.intake.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first bytes by which a kind of file is known, whatever its name says. */
enum Signature {
    GZIP("\u001f\u008b", null),
    ZIP("PK\u0003\u0004", null),
    EMPTY_ZIP("PK\u0005\u0006", null),
    OLE2(
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
            "is an Excel file of before 2007 (.xls); open it and save it as .xlsx or CSV"),
    SEVEN_ZIP("7z\u00bc\u00af\u0027\u001c", "is a 7z archive; unpack it, or pack its file as .zip or .gz"),
    RAR("Rar!\u001a", "is a RAR archive; unpack it, or pack its file as .zip or .gz"),
    BZIP2("BZh", "is packed with bzip2; unpack it, or pack its file as .zip or .gz"),
    XZ("\u00fd7zXZ\u0000", "is packed with xz; unpack it, or pack its file as .zip or .gz"),
    ZSTD("\u0028\u00b5\u002f\u00fd", "is packed with zstd; unpack it, or pack its file as .zip or .gz"),
    PDF("%PDF-", "is a PDF; export the table as .xlsx or CSV instead"),
    PARQUET("PAR1", "is a Parquet file; export the table as .xlsx or CSV instead"),
    SQLITE("SQLite format 3\u0000", "is an SQLite database; export the table as CSV instead");

    /** How many bytes of the beginning are looked at. */
    static final int LENGTH = 16;

    private final byte[] bytes;
    private final @Nullable String refusal;

    Signature(String bytes, @Nullable String refusal) {
        this.bytes = bytes.getBytes(StandardCharsets.ISO_8859_1);
        this.refusal = refusal;
    }

    /** Finds the signature with which a file begins; empty for a text. */
    static Optional<Signature> find(byte[] start) {
        return Arrays.stream(values()).filter(each -> each.begins(start)).findFirst();
    }

    private boolean begins(byte[] start) {
        return start.length >= bytes.length && Arrays.equals(start, 0, bytes.length, bytes, 0, bytes.length);
    }

    boolean isZip() {
        return this == ZIP || this == EMPTY_ZIP;
    }

    /** What the file is and what to do, to follow its name; empty where such a file can be read. */
    Optional<String> findRefusal() {
        return Optional.ofNullable(refusal);
    }
}
