package org.tsflink.runtime.v8;

/**
 * One V8 with Node. Failures are told as JSON (packages/runtime/src/function/function-error.ts).
 */
public interface IsolateHandle {
    /** Evaluates an artifact, unless it is loaded; returns the failure, or null. */
    String load(String hash, String name, byte[] code, byte[] sourceMap);

    /** Compiles the calls of an operator; if that failed, the program's failure says so. */
    ProgramHandle createProgram(String spec, byte[] constants);

    /** Gives the isolate back; the last user closes it. */
    void release();
}
