package io.allegiance.platform.embedded;

/** What a command does with the database of a home, which decides whether the server of another program serves it. */
public enum HomeAccess {

    /** Reads and writes: needs the home for itself. */
    WRITE,

    /** Reads alone: the server of a program that runs serves as well, with an account that may only read. */
    READ,

    /** Holds publications or releases them: as for reading, with an account that may write holds and nothing else. */
    HOLD;

    /** Returns whether the server of another program serves. */
    public boolean mayAttach() {
        return this != WRITE;
    }
}
