package io.allegiance.intake.container;

import io.allegiance.failure.UsageException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** What a zip file holds: a workbook's parts, or one file. */
final class ZipContents implements Closeable {

    private static final Pattern WORKBOOK = Pattern.compile("(?:xl/)?workbook[0-9]*\\.xml", Pattern.CASE_INSENSITIVE);
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int NAMES_LISTED = 6;

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final String name;

    /** @throws IOException when it is cut off or damaged */
    ZipContents(SeekableByteChannel channel, String name) throws IOException {
        this.zip = ZipFile.builder().setSeekableByteChannel(channel).get();
        this.entries = Collections.list(zip.getEntries());
        this.name = name;
    }

    /**
     * Returns whether it is a workbook that can be read.
     *
     * @throws UsageException when it is a workbook of another kind
     */
    boolean isWorkbook() {
        refuse("xl/workbook.bin", "is a binary workbook of Excel (.xlsb); save it as .xlsx or CSV.");
        refuse("Index/Document.iwa", "is a document of Apple Numbers; export it as .xlsx or CSV.");
        if (has("content.xml") && has("mimetype")) {
            throw new UsageException(
                    "The file " + name + " is an OpenDocument file (.ods, perhaps); save it as .xlsx or CSV.");
        }
        return has(CONTENT_TYPES)
                && entries.stream()
                        .anyMatch(entry -> WORKBOOK.matcher(entry.getName()).matches());
    }

    private boolean has(String entry) {
        return zip.getEntry(entry) != null;
    }

    private void refuse(String entry, String sentence) {
        if (has(entry)) {
            throw new UsageException("The file " + name + " " + sentence);
        }
    }

    /**
     * Returns the one file in it; folders and what macOS adds do not count.
     *
     * @throws UsageException when it holds none or several, or one that cannot be unpacked
     */
    ZipArchiveEntry requireOneFile() {
        List<ZipArchiveEntry> files = entries.stream()
                .filter(entry -> !entry.isDirectory() && !isOfTheSystem(entry.getName()))
                .toList();
        if (files.isEmpty()) {
            throw new UsageException("The zip file " + name + " holds no file.");
        }
        if (files.size() > 1) {
            throw new UsageException("The zip file " + name + " holds " + files.size() + " files (" + list(files)
                    + "); unpack it, and import the files themselves.");
        }
        refuseUnreadable(files.get(0));
        return files.get(0);
    }

    private void refuseUnreadable(ZipArchiveEntry entry) {
        String file = "The file " + entry.getName() + " in the zip file " + name;
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UsageException(file + " is protected by a password; unpack it first.");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new UsageException(file + " is packed in a way that cannot be read ("
                    + ZipMethod.getMethodByCode(entry.getMethod()) + "); unpack it first.");
        }
    }

    private static boolean isOfTheSystem(String entry) {
        return entry.startsWith("__MACOSX/") || entry.equals(".DS_Store") || entry.endsWith("/.DS_Store");
    }

    private static String list(List<ZipArchiveEntry> files) {
        String names =
                files.stream().limit(NAMES_LISTED).map(ZipArchiveEntry::getName).collect(Collectors.joining(", "));
        return files.size() > NAMES_LISTED ? names + ", ..." : names;
    }

    CheckedEntry open(ZipArchiveEntry entry) throws IOException {
        return new CheckedEntry(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
