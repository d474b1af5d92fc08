package io.allegiance.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelimiterFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            a,b,c\\n1;2;3;4;5         ~ ,
            a;b,c;d                  ~ ;
            a\\tb\\tc                 ~ t
            a|b                      ~ |
            alone                    ~ ,
            a;b,c                    ~ ,
            a;b|c                    ~ ,
            "a;b;c;d",b              ~ ,
            "a,b,c";b                ~ ;
            "a\\nb,c,d";b;c\\n1,2,3,4 ~ ;
            \\n\\n;a;b                 ~ ;
            sep=|\\na,b               ~ |
            "open;a;b,c              ~ ,
            """)
    void theHeaderTellsTheDelimiter(String text, char delimiter) {
        byte[] start = text.translateEscapes().getBytes(StandardCharsets.UTF_8);
        assertThat(DelimiterFinder.of(start, Optional.empty()).delimiter())
                .isEqualTo(delimiter == 't' ? '\t' : delimiter);
        assertThat(DelimiterFinder.of(start, Optional.of('^')).delimiter()).isEqualTo('^');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            sep=;\\na;b ~ true
            Sep=,       ~ true
            sep=;a;b    ~ false
            sep=        ~ false
            separator;b ~ false
            """)
    void excelsAnnouncementIsALineOfItsOwn(String text, boolean announced) {
        byte[] start = text.translateEscapes().getBytes(StandardCharsets.UTF_8);
        assertThat(DelimiterFinder.of(start, Optional.empty()).announced()).isEqualTo(announced);
    }
}
