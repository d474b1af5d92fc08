package io.allegiance.failure;

import org.jspecify.annotations.Nullable;

/** The audit gate holds the publication back; what was published stays: exit code 11. */
public final class GateHeldException extends AllegianceException {

    public GateHeldException(String message) {
        super(ExitCode.GATE_HELD, message, null);
    }

    public GateHeldException(String message, @Nullable Throwable cause) {
        super(ExitCode.GATE_HELD, message, cause);
    }

    @Override
    public boolean holdsRun() {
        return true;
    }
}
