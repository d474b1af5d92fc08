package io.allegiance.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipFile;

/**
 * Tells builds of the program apart, those of one version too: a hash over names and checksums of everything in the jar, libraries
 * included, whenever and wherever it was built. Reads the jar's table of contents, not its content; where the program runs
 * from a folder of classes, it reads those.
 */
public final class BuildId {

    private static final int DIGITS = 32;
    private static final String NESTED = "nested:";

    private BuildId() {}

    /** Returns the build of this process. */
    public static String ofThisProcess() {
        return Own.ID;
    }

    /** Computed when somebody asks. */
    private static final class Own {
        static final String ID = of(locate());
    }

    /** Returns the build in a jar, or in a folder of classes: 32 hexadecimal digits. */
    static String of(Path place) {
        try {
            List<String> contents = Files.isDirectory(place) ? listFolder(place) : listJar(place);
            Collections.sort(contents);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> listJar(Path jar) throws IOException {
        List<String> contents = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> add(contents, entry.getName(), entry.getCrc()));
        }
        return contents;
    }

    private static List<String> listFolder(Path folder) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(contents, folder.relativize(file).toString().replace('\\', '/'), checksum(file));
            }
        }
        return contents;
    }

    /** When and where something was built is not part of it. */
    private static void add(List<String> contents, String name, long checksum) {
        if (!name.equals("META-INF/MANIFEST.MF") && !name.endsWith("META-INF/build-info.properties")) {
            contents.add(name + " " + checksum + "\n");
        }
    }

    private static long checksum(Path file) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(Files.newInputStream(file), new CRC32());
        try (InputStream in = checked) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return checked.getChecksum().getValue();
    }

    /** Finds the jar or folder that this class is from; classes of a Boot jar are in a jar within it. */
    private static Path locate() {
        CodeSource source = BuildId.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("the program cannot tell which file it runs from");
        }
        return pathOf(source.getLocation().toString());
    }

    /** Returns the file of a location such as {@code jar:nested:/opt/allegiance.jar/!BOOT-INF/classes/!/}. */
    static Path pathOf(String location) {
        int nested = location.indexOf(NESTED);
        try {
            return nested < 0
                    ? Path.of(new URI(location))
                    : Path.of(new URI("file:" + location.substring(nested + NESTED.length(), location.indexOf("/!"))));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program cannot tell which file it runs from", e);
        }
    }
}
