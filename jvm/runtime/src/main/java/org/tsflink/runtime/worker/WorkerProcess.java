package org.tsflink.runtime.worker;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The operating system's side of a worker (packages/runtime/src/worker/entry.ts). It ends when its
 * standard input does, so also with this JVM, however that ends.
 */
final class WorkerProcess implements WorkerHome {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final WorkerDirectory directory;
    private final Process process;
    private final WorkerGuard guard;
    private final ProcessOutput errors;
    private final CompletableFuture<String> firstLine = new CompletableFuture<>();

    private WorkerProcess(WorkerDirectory directory, Process process, WorkerGuard guard) {
        this.directory = directory;
        this.process = process;
        this.guard = guard;
        errors = new ProcessOutput("WARN", line -> {});
        ProcessOutput output = new ProcessOutput("INFO", firstLine::complete);
        output.follow(process.getInputStream(), true);
        errors.follow(process.getErrorStream(), false);
        // What it printed before it ended is read first; a child of it may hold its output open.
        Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
        process.onExit().thenRunAsync(() -> firstLine.complete(""), later);
    }

    /**
     * Starts a process and waits until it listens.
     *
     * @param token that its callers must know
     */
    static WorkerProcess start(WorkerSettings settings, long heapLimitBytes, String token)
            throws WorkerException, InterruptedException {
        WorkerDirectory directory = WorkerDirectory.create();
        Process process = null;
        boolean started = false;
        try {
            List<String> command = new ArrayList<>(settings.command());
            command.add("--max-old-space-size=" + Math.max(16, heapLimitBytes >> 20));
            command.add(directory.script().toString());
            command.addAll(settings.arguments());
            process = new ProcessBuilder(command).directory(directory.path().toFile()).start();
            WorkerGuard guard = WorkerGuard.start(process, directory);
            WorkerProcess worker = new WorkerProcess(directory, process, guard);
            worker.greet(token, settings.startTimeout());
            started = true;
            return worker;
        } catch (IOException e) {
            throw WorkerException.notStarted(e.getMessage() + " (tsflink.process.node)");
        } finally {
            if (!started) {
                if (process != null) {
                    process.destroyForcibly();
                }
                directory.remove();
            }
        }
    }

    private void greet(String token, Duration timeout)
            throws WorkerException, InterruptedException, IOException {
        String greeting =
                MAPPER.createObjectNode()
                        .put("token", token)
                        .put("socket", socket())
                        .put("directory", directory.path().toString())
                        .toString();
        try {
            OutputStream input = process.getOutputStream();
            input.write((greeting + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            // It has ended; how is said below.
            LOG.debug("A worker does not listen", e);
        }
        String line;
        try {
            line = firstLine.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw notStarted(
                    "was not ready within %d ms (tsflink.process.start-timeout)"
                            .formatted(timeout.toMillis()));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        if (line.isEmpty()) {
            throw notStarted(exit());
        }
        try {
            JsonNode told = MAPPER.readTree(line);
            if (told.has("error")) {
                throw notStarted(told.get("error").asText());
            }
            if (!told.has("ready")) {
                throw notStarted("printed what is not its first line: " + line);
            }
        } catch (JsonProcessingException e) {
            throw notStarted("printed what is not its first line: " + line);
        }
    }

    private WorkerException notStarted(String why) {
        return WorkerException.notStarted("it " + why + errors.tail());
    }

    String socket() {
        return directory.socket();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public String name() {
        return "process " + pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean seesFiles() {
        return true;
    }

    /** Lets the process think that this JVM has ended, and its guard. */
    void closeInput() throws IOException {
        process.getOutputStream().close();
        guard.closeInput();
    }

    /** Waits a moment for the end of a process that is ending. */
    void awaitExit() throws InterruptedException {
        if (process.waitFor(1, TimeUnit.SECONDS)) {
            errors.awaitEnd();
        }
    }

    @Override
    public String exit() throws InterruptedException {
        awaitExit();
        if (process.isAlive()) {
            return "no longer answers";
        }
        int status = process.exitValue();
        // As shells and the JDK count.
        return status > 128 ? "ended by signal " + (status - 128) : "ended with status " + status;
    }

    @Override
    public boolean isOutOfMemory() {
        return errors.isOutOfMemory();
    }

    @Override
    public String errors() {
        return errors.tail();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        directory.remove();
    }
}
