package io.allegiance.intake.preview;

import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.util.Optional;

/** Texts that are not in the encoding that the file was read in. */
final class EncodingDoubt implements Doubt {

    private boolean seen;

    @Override
    public void addRefused(Rejection rejection, String text) {
        seen |= rejection.reason() == RejectionReason.INVALID_UTF8;
    }

    @Override
    public Optional<String> describe() {
        return seen
                ? Optional.of(
                        "some texts are not UTF-8: add --encoding windows-1252 for a file of Windows in western Europe,"
                                + " or the encoding in which it was saved")
                : Optional.empty();
    }
}
