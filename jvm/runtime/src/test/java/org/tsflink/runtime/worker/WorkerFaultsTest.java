package org.tsflink.runtime.worker;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsflink.runtime.TsFlinkOptions;
import org.tsflink.runtime.calc.SingleCall;
import org.tsflink.runtime.calc.TestFunctions;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.engine.EngineOptions;
import org.tsflink.runtime.engine.Engines;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionException.Code;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Workers that do not do as they should, and what their functions' task is told. */
@Timeout(60)
class WorkerFaultsTest {
    private static final LogicalType BIGINT = new BigIntType();
    private static final long HEAP = 64 << 20;
    private static final String TEMPORARY = "java.io.tmpdir";

    @TempDir private Path scripts;

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(Engines.of(EngineKind.PROCESS).count()).isZero();
        awaitNoChildren();
    }

    private static Map<String, String> settings(String... options) {
        Map<String, String> settings = new HashMap<>();
        settings.put(EngineOptions.JOB, "");
        settings.put(EngineOptions.SUBTASK, "");
        for (int i = 0; i < options.length; i += 2) {
            settings.put(options[i], options[i + 1]);
        }
        return settings;
    }

    private static SingleCall open(String name, LogicalType[] parameters, String... options) {
        FunctionOptions defaults = FunctionOptions.DEFAULT;
        return new SingleCall(
                TestFunctions.function(name, BIGINT, parameters),
                new FunctionContext(null),
                new FunctionOptions(
                        defaults.batchSize(),
                        defaults.batchBytes(),
                        defaults.flushInterval(),
                        defaults.timeout(),
                        HEAP,
                        new EngineOptions(EngineKind.PROCESS, settings(options))));
    }

    private static SingleCall pid(String... options) {
        return open("pid", new LogicalType[0], options);
    }

    private static ProcessHandle processOf(SingleCall pid) {
        return ProcessHandle.of((Long) pid.apply()).orElseThrow();
    }

    private static FunctionException failure(SingleCall call) {
        return catchThrowableOfType(FunctionException.class, call::apply);
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        String command = "kill -" + name + " " + process.pid();
        assertThat(new ProcessBuilder("sh", "-c", command).start().waitFor()).isZero();
    }

    private static void signalQuietly(String name, ProcessHandle process) {
        try {
            signal(name, process);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertGoes(Path directory) throws InterruptedException {
        while (Files.exists(directory)) {
            Thread.sleep(10);
        }
    }

    private static void assertGone(ProcessHandle process) throws Exception {
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void killedBetweenCallsIsToldAndReplaced() throws Exception {
        ProcessHandle process;
        try (SingleCall pid = pid()) {
            process = processOf(pid);
            signal("KILL", process);
            assertGone(process);
            FunctionException e = failure(pid);
            assertThat(e.getCode()).isEqualTo(Code.FUNCTION_WORKER_LOST);
            assertThat(e.getFunctionName()).isEqualTo("pid");
            assertThat(e.getDetail())
                    .isEqualTo("its worker (process %d) ended by signal 9", process.pid());
            // Whoever comes meanwhile, as a job that restarts does, gets another one.
            try (SingleCall next = pid()) {
                assertThat(processOf(next).pid()).isNotEqualTo(process.pid());
            }
        }
    }

    @Test
    void killedDuringACallIsTold() throws Exception {
        try (SingleCall loop = open("loop", new LogicalType[0])) {
            ProcessHandle process;
            try (SingleCall pid = pid()) {
                process = processOf(pid);
            }
            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                    .execute(process::destroyForcibly);
            FunctionException e = failure(loop);
            assertThat(e.getCode()).isEqualTo(Code.FUNCTION_WORKER_LOST);
            assertThat(e.getFunctionName()).isEqualTo("loop");
            assertThat(e.getDetail()).contains("signal 9");
        }
    }

    @Test
    void stoppedIsEndedWhenNothingIsHeardOfIt() throws Exception {
        try (SingleCall pid = pid(TsFlinkOptions.PROCESS_SILENCE_TIMEOUT.key(), "2 s")) {
            ProcessHandle process = processOf(pid);
            signal("STOP", process);
            FunctionException e = failure(pid);
            assertThat(e.getCode()).isEqualTo(Code.FUNCTION_WORKER_LOST);
            assertThat(e.getDetail())
                    .contains("did not answer for ")
                    .contains("tsflink.process.silence-timeout");
            assertGone(process);
        }
    }

    @Test
    void lateAnswersAreWaitedFor() throws Exception {
        try (SingleCall pid = pid()) {
            ProcessHandle process = processOf(pid);
            signal("STOP", process);
            CompletableFuture<Object> answer = CompletableFuture.supplyAsync(pid::apply);
            assertThat(answer).isNotDone();
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                    .execute(() -> signalQuietly("CONT", process));
            assertThat(answer.get()).isEqualTo(process.pid());
        }
    }

    @Test
    void memoryThatV8DoesNotCountIsLimited() {
        try (SingleCall leak = open("leakElsewhere", new LogicalType[] {BIGINT})) {
            FunctionException e =
                    catchThrowableOfType(
                            FunctionException.class,
                            () -> {
                                for (long n = 0; n >= 0; n++) {
                                    leak.apply(n);
                                }
                            });
            assertThat(e.getCode()).isEqualTo(Code.FUNCTION_OUT_OF_MEMORY);
            assertThat(e.getFunctionName()).isEqualTo("leakElsewhere");
        }
    }

    @Test
    void cancelledTaskEndsItsLoop() throws Exception {
        CompletableFuture<ProcessHandle> running = new CompletableFuture<>();
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread task =
                new Thread(
                        () -> {
                            try (SingleCall pid = pid();
                                    SingleCall loop = open("loop", new LogicalType[0])) {
                                running.complete(processOf(pid));
                                loop.apply();
                            } catch (Throwable e) {
                                end.complete(e);
                            }
                        });
        task.start();
        ProcessHandle worker = running.get();
        task.interrupt();
        assertThat(end.get()).hasMessageContaining("Interrupted");
        assertGone(worker);
        task.join();
    }

    @ParameterizedTest
    @CsvSource({"TASK, false", "FUNCTION, false", "SLOT, true", "JOB, true"})
    void isSharedAsConfigured(Sharing sharing, boolean shared) throws Exception {
        String[] options = {TsFlinkOptions.PROCESS_SHARING.key(), sharing.name()};
        try (SingleCall first = pid(options)) {
            long other =
                    CompletableFuture.supplyAsync(
                                    () -> {
                                        try (SingleCall second = pid(options)) {
                                            return processOf(second).pid();
                                        }
                                    })
                            .get();
            assertThat(processOf(first).pid() == other).isEqualTo(shared);
        }
    }

    @Test
    void oneIsReadyForTheNextJobAndGoesIfNoneComes() throws Exception {
        String[] options = {
            TsFlinkOptions.PROCESS_WARM_WORKERS.key(), "1",
            TsFlinkOptions.PROCESS_WARM_TIME.key(), "3 s",
            TsFlinkOptions.PROCESS_SHARING.key(), Sharing.FUNCTION.name(),
        };
        List<ProcessHandle> before = List.of();
        while (true) {
            ProcessHandle taken;
            try (SingleCall pid = pid(options)) {
                taken = processOf(pid);
            }
            assertGone(taken);
            if (before.contains(taken)) {
                return; // The other one is waited for after the test.
            }
            before = ProcessHandle.current().children().toList();
        }
    }

    @Test
    void floodOfLogDoesNotHoldUpCalls() {
        try (SingleCall flood = open("flood", new LogicalType[] {BIGINT})) {
            assertThat(flood.apply(20_000L)).isEqualTo(20_000L);
        }
    }

    @Test
    void floodWithoutLineBreaksIsNotKept() {
        try (SingleCall flood = open("floodRaw", new LogicalType[] {BIGINT})) {
            assertThat(flood.apply(64L)).isEqualTo(64L);
        }
    }

    @Test
    void wrongTokenAndVersionAreRefused() throws Exception {
        WorkerSettings settings = WorkerSettings.of(settings());
        WorkerProcess process = WorkerProcess.start(settings, HEAP, "the right one");
        try {
            Worker stranger = settings.connect(process, "a wrong one", HEAP);
            assertThatThrownBy(() -> stranger.greet(Worker.PROTOCOL_VERSION))
                    .isInstanceOf(WorkerException.class)
                    .hasMessage(
                            "its worker refused the call: The token is not that of this worker.");
        } finally {
            process.close();
        }
        WorkerProcess another = WorkerProcess.start(settings, HEAP, "the right one");
        try {
            Worker old = settings.connect(another, "the right one", HEAP);
            assertThatThrownBy(() -> old.greet(Worker.PROTOCOL_VERSION + 1))
                    .isInstanceOf(WorkerException.class)
                    .hasMessageContaining("speaks version 1 of the protocol, its caller version 2");
        } finally {
            another.close();
        }
    }

    @Test
    void theSocketIsOfItsUserAlone() throws Exception {
        WorkerProcess process = WorkerProcess.start(WorkerSettings.of(settings()), HEAP, "token");
        Path directory = Path.of(process.socket()).getParent();
        assertThat(Files.getPosixFilePermissions(directory))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
        process.close();
        assertThat(directory).doesNotExist();
    }

    @Test
    void endsWithItsParent() throws Exception {
        WorkerProcess process = WorkerProcess.start(WorkerSettings.of(settings()), HEAP, "token");
        Path directory = Path.of(process.socket()).getParent();
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        // What the operating system does when the JVM is no more.
        process.closeInput();
        assertGone(handle);
        assertGoes(directory);
    }

    @Test
    void endsWithItsParentEvenIfItIsStopped() throws Exception {
        WorkerProcess process = WorkerProcess.start(WorkerSettings.of(settings()), HEAP, "token");
        Path directory = Path.of(process.socket()).getParent();
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        signal("STOP", handle);
        process.closeInput();
        assertGone(handle);
        assertGoes(directory);
    }

    // Where a disk is full, too, it cannot be made.
    @ParameterizedTest
    @CsvSource({"nowhere, cannot be made in", "%s, is too long"})
    void aDirectoryThatCannotServeIsRefused(String name, String expected) {
        String before = System.getProperty(TEMPORARY);
        Path directory = scripts.resolve(name.formatted("d".repeat(100)));
        try {
            if (!name.equals("nowhere")) {
                assertThat(directory.toFile().mkdir()).isTrue();
            }
            System.setProperty(TEMPORARY, directory.toString());
            FunctionException e = notStarted("node", "10 s");
            assertThat(e.getCode()).isEqualTo(Code.FUNCTION_WORKER_NOT_STARTED);
            assertThat(e.getDetail())
                    .startsWith("its worker did not start: ")
                    .contains(directory.toString(), expected, TEMPORARY);
        } finally {
            System.setProperty(TEMPORARY, before);
        }
        assertThat(directory)
                .satisfiesAnyOf(
                        d -> assertThat(d).doesNotExist(), d -> assertThat(d).isEmptyDirectory());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exec sleep 600|was not ready within 500 ms (tsflink.process.start-timeout)",
                "echo v18|printed what is not its first line: v18",
                "echo no memory >&2; exit 3|no memory",
                "echo '{\"error\":\"is old\"}'; exec sleep 600|it is old",
            })
    void whatIsNoWorkerIsRefused(String script, String expected) throws Exception {
        FunctionException e = notStarted(script(script), "500 ms");
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_WORKER_NOT_STARTED);
        assertThat(e.getDetail()).startsWith("its worker did not start: it ").endsWith(expected);
        awaitNoChildren();
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThat(notStarted("/nowhere/node", "10 s").getDetail())
                .contains("/nowhere/node")
                .contains("tsflink.process.node");
    }

    private static FunctionException notStarted(String node, String timeout) {
        return catchThrowableOfType(
                FunctionException.class,
                () ->
                        pid(
                                TsFlinkOptions.PROCESS_NODE.key(),
                                node,
                                TsFlinkOptions.PROCESS_START_TIMEOUT.key(),
                                timeout));
    }

    private String script(String lines) throws IOException {
        Path file = scripts.resolve("node");
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    // Workers and their guards, which are ended a moment after them.
    private static void awaitNoChildren() throws Exception {
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            if (child.info().commandLine().orElse("").contains("tsflink-worker-")) {
                assertGone(child);
            }
        }
    }
}
