package org.tsflink.runtime.function;

import org.apache.flink.util.FlinkRuntimeException;

import java.io.Serial;

/**
 * A TypeScript function failed. The message says it all on a few lines; the parts are at hand for
 * whoever shows it in another form.
 */
public class FunctionException extends FlinkRuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** The stable codes of failures. */
    public enum Code {
        /** The function threw. */
        FUNCTION_FAILED,
        /** The function returned a value that its declared type cannot hold. */
        FUNCTION_RESULT_TYPE,
        /** A row took longer than {@code tsflink.function.timeout}. */
        FUNCTION_TIMEOUT,
        /** The isolate grew over {@code tsflink.function.heap-limit}. */
        FUNCTION_OUT_OF_MEMORY,
        /** The function called process.exit or one of its kin. */
        FUNCTION_EXIT,
        /** The artifact could not be evaluated. */
        FUNCTION_LOAD_FAILED,
        /** The artifact has no such export. */
        FUNCTION_NOT_FOUND,
        /** The process that the function was to run in could not be started. */
        FUNCTION_WORKER_NOT_STARTED,
        /** No external worker took the function. */
        FUNCTION_WORKER_UNAVAILABLE,
        /** The process that the function ran in has ended, or no longer answered. */
        FUNCTION_WORKER_LOST
    }

    private final Code code;
    private final String functionName;
    private final String detail;
    private final String jsStack;
    private final String sourceFrame;
    private final String row;

    /**
     * @param functionName null if it is not known which function it was
     * @param detail what went wrong, without function, place and row
     * @param jsStack the source-mapped stack; null if there is none
     * @param sourceFrame the topmost frame in the user's code, {@code file.ts:line:column}; or null
     * @param row the arguments of the call, cut to a sane length; or null
     */
    public FunctionException(
            Code code,
            String functionName,
            String detail,
            String jsStack,
            String sourceFrame,
            String row) {
        super(message(code, functionName, detail, sourceFrame, row));
        this.code = code;
        this.functionName = functionName;
        this.detail = detail;
        this.jsStack = jsStack;
        this.sourceFrame = sourceFrame;
        this.row = row;
    }

    private static String message(
            Code code, String functionName, String detail, String sourceFrame, String row) {
        StringBuilder text = new StringBuilder(code.name()).append(": ");
        if (functionName != null) {
            text.append("function ").append(functionName).append(": ");
        }
        text.append(detail);
        if (sourceFrame != null) {
            text.append("\n  at ").append(sourceFrame);
        }
        if (row != null) {
            text.append("\n  called with ").append(row);
        }
        return text.toString();
    }

    public Code getCode() {
        return code;
    }

    public String getFunctionName() {
        return functionName;
    }

    public String getDetail() {
        return detail;
    }

    public String getJsStack() {
        return jsStack;
    }

    public String getSourceFrame() {
        return sourceFrame;
    }

    public String getRow() {
        return row;
    }
}
