package org.tsflink.runtime.program;

import org.apache.flink.streaming.runtime.tasks.StreamTask;

/**
 * Whether Flink closes what a task has because it failed or was canceled, not because it is done.
 */
final class CleaningUp {
    private static final StackWalker CALLERS =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private CleaningUp() {}

    // Flink tells neither operators nor functions; which of its methods closes them does.
    static boolean isRunning() {
        return CALLERS.walk(
                frames ->
                        frames.anyMatch(
                                frame ->
                                        frame.getMethodName().equals("cleanUp")
                                                && StreamTask.class.isAssignableFrom(
                                                        frame.getDeclaringClass())));
    }
}
