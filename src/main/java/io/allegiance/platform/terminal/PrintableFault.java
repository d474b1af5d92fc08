package io.allegiance.platform.terminal;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.allegiance.wording.Printable;

/** The exception of a line of the log ({@code %ex}) with where it happened, in which a terminal finds nothing to obey. */
public final class PrintableFault extends ThrowableProxyConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Printable.lines(super.convert(event).replace("\t", "    "));
    }
}
