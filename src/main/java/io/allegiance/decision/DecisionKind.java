package io.allegiance.decision;

/** What was decided. The names are stored and printed. */
public enum DecisionKind {
    /** A held night was published. The subject is its date. */
    FORCE,
    /** An unusual day was confirmed. The subject is its date. */
    CONFIRM,
    /** Readers were sent back. The subject is the publication that they see. */
    ROLLBACK,
    /** Publishing was put on hold. */
    HOLD,
    /** A hold ended. */
    RELEASE,
    /** A model was made the active one. The subject is its version. */
    PROMOTE,
    /** A night was given up. The subject is its date. */
    ABANDON,
    /** Old publications and records were to be deleted. */
    MAINTAIN,
    /** Scores were written into a file. The subject is their publication. */
    EXPORT,
    /** An import was taken back. The subject is its number. */
    UNDO,
    /** Refused lines were closed by hand. The subject is their id. */
    CLOSE
}
