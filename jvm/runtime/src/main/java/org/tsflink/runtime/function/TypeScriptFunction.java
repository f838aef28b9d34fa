package org.tsflink.runtime.function;

/** A function written in TypeScript whose arguments are the values of a row, whatever its kind. */
public interface TypeScriptFunction {

    FunctionDescriptor getDescriptor();
}
