package io.allegiance.platform.terminal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.allegiance.wording.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Marker;

/**
 * Writes the log to a terminal: its lines below each other, and under them the one line of progress, which is rewritten in place.
 * A terminal that cannot rewrite a line gets the log's own lines of progress instead.
 */
public final class TerminalAppender extends ConsoleAppender<ILoggingEvent> {

    private final Terminal terminal = Terminal.ofProcess();

    @Override
    protected void subAppend(ILoggingEvent event) {
        boolean isProgress = event.getLoggerName().equals(ProgressLine.LOGGER);
        if (!terminal.canRewrite()) {
            if (!isProgress) {
                super.subAppend(event);
            }
        } else if (isProgress) {
            writeRaw(ProgressLine.CLEAR + shorten(Printable.of(event.getFormattedMessage()), terminal.columns() - 1));
        } else if (!isSaidByProgressLine(event)) {
            writeRaw(ProgressLine.CLEAR);
            super.subAppend(event);
        }
    }

    /** A line that is longer than the terminal is wide would wrap, and could not be rewritten. */
    static String shorten(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 1) + "~";
    }

    private static boolean isSaidByProgressLine(ILoggingEvent event) {
        List<Marker> markers = event.getMarkerList();
        return markers != null && markers.contains(ProgressLine.LOGGED);
    }

    private void writeRaw(String text) {
        OutputStream stream = getOutputStream();
        streamWriteLock.lock();
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            addError("the terminal is gone", e);
        } finally {
            streamWriteLock.unlock();
        }
    }
}
