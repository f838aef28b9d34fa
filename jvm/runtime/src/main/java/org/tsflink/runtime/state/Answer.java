package org.tsflink.runtime.state;

import javax.annotation.Nullable;

/** What a call back is answered: a number, or bytes; the number of nothing at all is -1. */
public record Answer(int number, @Nullable byte[] bytes) {
    public static final Answer DONE = new Answer(0, null);
    public static final Answer NOTHING = new Answer(-1, null);

    public static Answer of(byte[] bytes) {
        return new Answer(0, bytes);
    }

    static Answer of(boolean value) {
        return new Answer(value ? 1 : 0, null);
    }
}
