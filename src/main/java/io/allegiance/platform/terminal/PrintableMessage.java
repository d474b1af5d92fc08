package io.allegiance.platform.terminal;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.allegiance.wording.Printable;

/** The message of a line of the log ({@code %m}), in one line in which a terminal finds nothing to obey. */
public final class PrintableMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Printable.of(String.valueOf(super.convert(event)));
    }
}
