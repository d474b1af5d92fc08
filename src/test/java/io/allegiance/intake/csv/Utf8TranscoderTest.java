package io.allegiance.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8TranscoderTest {

    private static byte[] transcode(byte[] source, Charset charset) throws IOException {
        try (Utf8Transcoder text = new Utf8Transcoder(new ByteArrayInputStream(source), charset)) {
            return text.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "GB18030"})
    void anyTextIsTheSameInUtf8(String charset) throws IOException {
        SplittableRandom random = new SplittableRandom(22);
        StringBuilder text = new StringBuilder();
        while (text.length() < 100_000) {
            int point = random.nextInt(4) == 0 ? random.nextInt(0x10000, 0x10fff0) : random.nextInt(1, 0xd7ff);
            text.appendCodePoint(point);
        }
        assertThat(transcode(text.toString().getBytes(Charset.forName(charset)), Charset.forName(charset)))
                .isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyByteOfWindows1252IsACharacterOrUnreadable() throws IOException {
        Charset charset = Charset.forName("windows-1252");
        byte[] euro = transcode(new byte[] {'a', (byte) 0x80, 'b'}, charset);
        assertThat(new String(euro, StandardCharsets.UTF_8)).isEqualTo("a€b");
        byte[] undefined = transcode(new byte[] {'a', (byte) 0x81, (byte) 0x9d, 'b'}, charset);
        assertThat(undefined).containsExactly('a', 0xff, 0xff, 'b');
    }

    @Test
    void whatIsNoUtf16IsUnreadableAndTheRestIsRead() throws IOException {
        byte[] loneSurrogate = {'a', 0, 0x3d, (byte) 0xd8, 'b', 0};
        assertThat(transcode(loneSurrogate, StandardCharsets.UTF_16LE)).containsExactly('a', 0xff, 'b');
        assertThat(transcode(new byte[] {'a', 0, 'b'}, StandardCharsets.UTF_16LE))
                .containsExactly('a', 0xff);
        assertThat(transcode(new byte[0], StandardCharsets.UTF_16LE)).isEmpty();
    }
}
