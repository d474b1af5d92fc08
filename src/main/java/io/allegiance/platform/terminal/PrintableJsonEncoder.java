package io.allegiance.platform.terminal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.allegiance.wording.Printable;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Lines of the log as JSON in UTF-8, in which all characters are escaped that a terminal would obey. */
public final class PrintableJsonEncoder extends StructuredLogEncoder {

    @Override
    public byte[] encode(ILoggingEvent event) {
        return Printable.json(new String(super.encode(event), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
