package org.tsflink.runtime.aggregate;

/** What V8 is asked to do (packages/runtime/src/aggregate/instruction.ts). */
final class Instruction {
    static final int CREATE = 0;
    static final int LOAD = 1;
    static final int ACCUMULATE = 2;
    static final int RETRACT = 3;
    static final int SET_ASIDE = 4;
    static final int MERGE = 5;
    static final int VALUE = 6;
    static final int STORE = 7;
    static final int EMIT = 8;
    static final int EMIT_UPDATE = 9;
    static final int SELECT = 10;
    static final int CLEAR = 11;

    /** Ints of an instruction: its kind and call, and where in the input it finds its row. */
    static final int SIZE = 2;

    private Instruction() {}
}
