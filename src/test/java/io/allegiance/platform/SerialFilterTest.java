package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SerialFilterTest {

    /** In a process of its own, because the filter of a process is set once. */
    @Test
    void theProgramReadsNoObjectsButMapsOfTextsAndNumbers() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reads.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .contains("read HashMap", "refused LinkedList");
        }
        assertThat(process.waitFor()).isZero();
    }

    /** Tries to read objects when the program has come to its end. */
    static final class Reads {

        private Reads() {}

        public static void main(String... arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(Reads::readAll));
            Allegiance.main(new String[] {"--version"});
        }

        private static void readAll() {
            tryToRead(new HashMap<>(Map.of("a", 1L)));
            tryToRead(new LinkedList<>());
        }

        private static void tryToRead(Object object) {
            String name = object.getClass().getSimpleName();
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                new ObjectOutputStream(bytes).writeObject(object);
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
                System.out.println("read " + name);
            } catch (InvalidClassException e) {
                System.out.println("refused " + name);
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
