package io.allegiance.intake.workbook;

import io.allegiance.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a workbook before it is read: each must unpack to what the file states, and to no more than can be
 * held.
 *
 * @param styled whether it has number formats
 * @param lastRow the last row of its largest sheet, as far as the sheets say; 0 for unknown
 */
record WorkbookParts(boolean styled, long lastRow) {

    /** The library holds all texts of a workbook in memory. */
    private static final long MOST_TEXT = 128L << 20;

    private static final long SMALL_PART = 64L << 20;
    private static final long HIGHEST_RATIO = 300;
    private static final int LOOKED_AT = 1 << 16;
    private static final Pattern DIMENSION = Pattern.compile("<dimension\\s+ref=\"[A-Z]+[0-9]+:[A-Z]+([0-9]{1,7})\"");

    /**
     * Reads all parts once.
     *
     * @throws UsageException when the workbook is larger than can be read, or of a dialect that cannot
     * @throws IOException when it is cut off or damaged
     */
    static WorkbookParts check(Path file, String name) throws IOException {
        boolean styled = false;
        long lastRow = 0;
        byte[] buffer = new byte[LOOKED_AT];
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String part = entry.getName();
                if (entry.isDirectory()) {
                    continue;
                }
                String start = check(zip, entry, name, buffer);
                styled |= part.equals("[Content_Types].xml") && start.contains("spreadsheetml.styles+xml");
                lastRow = Math.max(lastRow, part.contains("worksheets/") ? lastRow(start) : 0);
                refuseStrict(part, start, name);
            }
        }
        return new WorkbookParts(styled, lastRow);
    }

    /** Unpacks a part and returns its beginning. A damaged picture does no harm, but any part may be named as a sheet. */
    private static String check(ZipFile zip, ZipArchiveEntry entry, String name, byte[] buffer) throws IOException {
        long most = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml")
                ? MOST_TEXT
                : Math.max(SMALL_PART, HIGHEST_RATIO * Math.max(entry.getCompressedSize(), 0));
        try (InputStream plain = zip.getInputStream(entry);
                CheckedInputStream in = new CheckedInputStream(plain, new CRC32())) {
            int first = in.readNBytes(buffer, 0, buffer.length);
            String start = new String(buffer, 0, first, StandardCharsets.UTF_8);
            long size = first + drain(in, most - first);
            if (size > most) {
                throw new UsageException("The workbook " + name + " holds more text than can be read at once ("
                        + entry.getName() + "); save the sheet as CSV.");
            }
            boolean read = entry.getName().endsWith(".xml");
            if (read && (size != entry.getSize() || in.getChecksum().getValue() != entry.getCrc())) {
                throw new ZipException("size or checksum of a part differs");
            }
            return start;
        }
    }

    /** Reads to the end, or until there was more than may be. */
    private static long drain(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[LOOKED_AT];
        long size = 0;
        for (int count = in.read(buffer); count >= 0 && size <= most; count = in.read(buffer)) {
            size += count;
        }
        return size;
    }

    private static long lastRow(String sheet) {
        Matcher dimension = DIMENSION.matcher(sheet);
        return dimension.find() ? Long.parseLong(dimension.group(1)) : 0;
    }

    private static void refuseStrict(String part, String start, String name) {
        if (part.endsWith("workbook.xml") && start.contains("purl.oclc.org/ooxml/")) {
            throw new UsageException("The workbook " + name
                    + " is a Strict Open XML workbook; save it as an ordinary Excel workbook (.xlsx) or CSV.");
        }
    }
}
