package io.allegiance.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed files, in memory. */
public final class Packed {

    private static final int FLAGS_OF_LOCAL_HEADER = 6;
    private static final int FLAGS_OF_CENTRAL_HEADER = 8;

    private Packed() {}

    public static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** A zip of one file. */
    public static byte[] zip(String name, byte[] content) throws IOException {
        return zip(Map.of(name, content));
    }

    /** A zip of several files; names that end with / are folders. */
    public static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A zip of texts, in the order of names and texts in turn. */
    public static byte[] zipOf(String... namesAndTexts) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return zip(files);
    }

    /** The zip with the mark of encryption on each of its files. */
    public static byte[] markEncrypted(byte[] zip) {
        byte[] marked = zip.clone();
        for (int i = 0; i + FLAGS_OF_CENTRAL_HEADER < marked.length; i++) {
            if (marked[i] == 'P' && marked[i + 1] == 'K' && marked[i + 2] == 3 && marked[i + 3] == 4) {
                marked[i + FLAGS_OF_LOCAL_HEADER] |= 1;
            }
            if (marked[i] == 'P' && marked[i + 1] == 'K' && marked[i + 2] == 1 && marked[i + 3] == 2) {
                marked[i + FLAGS_OF_CENTRAL_HEADER] |= 1;
            }
        }
        return marked;
    }
}
