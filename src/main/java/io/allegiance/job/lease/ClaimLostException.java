package io.allegiance.job.lease;

/** A partition was taken over by another process, or taken back; nothing of this process's last chunk was written. */
public final class ClaimLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLostException() {
        super("the partition is another process's by now; nothing more of it was written by this one");
    }
}
