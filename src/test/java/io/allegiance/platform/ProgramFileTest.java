package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramFileTest {

    @ParameterizedTest
    @CsvSource({
        "jar:nested:/opt/allegiance/lib/allegiance.jar/!BOOT-INF/classes/!/, /opt/allegiance/lib/allegiance.jar",
        "jar:file:/opt/a%20b+c/lib/allegiance.jar!/BOOT-INF/classes!/, /opt/a b+c/lib/allegiance.jar",
        "file:/opt/a%20b/target/classes/, /opt/a b/target/classes",
        "file:/opt/allegiance/lib/allegiance.jar, /opt/allegiance/lib/allegiance.jar"
    })
    void theJarOrTheFolderOfClassesIsFound(String location, String path) throws MalformedURLException {
        assertThat(ProgramFile.of(urlOf(location))).isEqualTo(Path.of(path));
    }

    @Test
    void whatBelongsToTheProgramIsBesideIt() {
        assertThat(ProgramFile.path()).isEqualTo(Path.of("target", "classes").toAbsolutePath());
        assertThat(ProgramFile.jobs()).isEqualTo(Path.of("jobs").toAbsolutePath());
        assertThat(ProgramFile.embedded())
                .isEqualTo(Path.of("target", "embedded").toAbsolutePath());
    }

    /** Java knows addresses within a jar in a jar only where Spring Boot runs. */
    private static URL urlOf(String location) throws MalformedURLException {
        return location.startsWith("file:") ? URI.create(location).toURL() : new URL(null, location, new AnyAddress());
    }

    private static final class AnyAddress extends URLStreamHandler {

        @Override
        protected java.net.URLConnection openConnection(URL url) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void parseURL(URL url, String text, int start, int end) {
            setURL(url, "jar", "", -1, "", "", text.substring(start, end), null, null);
        }
    }
}
