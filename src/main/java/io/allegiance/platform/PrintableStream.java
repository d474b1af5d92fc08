package io.allegiance.platform;

import io.allegiance.wording.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 on its way to a terminal, without characters that the terminal would obey. A line is passed on when it ends. */
final class PrintableStream extends OutputStream {

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    PrintableStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int unit) throws IOException {
        line.write(unit);
        if (unit == '\n') {
            passOn();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    private void passOn() throws IOException {
        out.write(Printable.lines(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        line.reset();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        passOn();
        out.close();
    }
}
