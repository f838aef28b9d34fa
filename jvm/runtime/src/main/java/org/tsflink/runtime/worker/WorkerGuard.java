package org.tsflink.runtime.worker;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Ends a worker when this JVM has ended, however that did. A worker sees that itself, but not while
 * it is stopped (SIGSTOP): so a shell waits beside it.
 */
final class WorkerGuard {
    // Its standard input ends with this JVM.
    private static final String SCRIPT =
            "trap '' HUP INT TERM; read -r _; kill -KILL $0; exec rm -rf \"$1\"";

    private final Process shell;

    private WorkerGuard(Process shell) {
        this.shell = shell;
    }

    static WorkerGuard start(Process worker, WorkerDirectory directory) throws IOException {
        String pid = Long.toString(worker.pid());
        Process shell =
                new ProcessBuilder("sh", "-c", SCRIPT, pid, directory.path().toString())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
        // Its number may be that of another process from then on.
        worker.onExit().thenRun(shell::destroyForcibly);
        return new WorkerGuard(shell);
    }

    /** Lets the guard think that this JVM has ended. */
    void closeInput() throws IOException {
        shell.getOutputStream().close();
    }
}
