package org.tsflink.runtime.worker;

import org.tsflink.runtime.function.FunctionLogs;

import javax.annotation.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a worker's process itself prints, as Node does when it fails, or native code: it goes to the
 * log, so many lines a second, and the last lines are kept for messages.
 */
final class ProcessOutput {
    private static final int LINES_PER_SECOND = 500;
    private static final int LONGEST_LINE = 20_000;
    private static final int KEPT_LINES = 8;

    private final String level;
    private final Consumer<String> first;
    private final Deque<String> last = new ArrayDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean outOfMemory;
    private long second;
    private int written;
    private int dropped;

    /**
     * @param first takes the first line, which is not logged if it is to be followed with one
     */
    ProcessOutput(String level, Consumer<String> first) {
        this.level = level;
        this.first = first;
    }

    /** Reads on a thread of its own, until the process has ended. */
    void follow(InputStream stream, boolean firstLine) {
        Thread thread = new Thread(() -> read(stream, firstLine), "tsflink-worker-output");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream stream, boolean firstLine) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            if (firstLine) {
                String line = readLine(lines);
                first.accept(line == null ? "" : line);
            }
            for (String line = readLine(lines); line != null; line = readLine(lines)) {
                take(line);
            }
        } catch (IOException e) {
            // The process is gone.
        } finally {
            end.countDown();
        }
    }

    // The beginning of the next line, however long that is; null at the end.
    @Nullable
    private static String readLine(Reader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = lines.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = lines.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private synchronized void take(String text) {
        outOfMemory |= text.contains("heap out of memory") || text.contains("heap limit");
        last.addLast(text);
        if (last.size() > KEPT_LINES) {
            last.removeFirst();
        }
        long now = System.nanoTime() / 1_000_000_000L;
        if (now != second) {
            if (dropped > 0) {
                FunctionLogs.write("WARN", "", dropped + " lines of a worker were dropped");
            }
            second = now;
            written = dropped = 0;
        }
        if (written++ < LINES_PER_SECOND) {
            FunctionLogs.write(level, "", text);
        } else {
            dropped++;
        }
    }

    /** The last lines, each after a line break. */
    synchronized String tail() {
        StringBuilder text = new StringBuilder();
        last.forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }

    /** Whether V8 told that its heap is full, before it ended the process. */
    synchronized boolean isOutOfMemory() {
        return outOfMemory;
    }

    void awaitEnd() throws InterruptedException {
        end.await(1, TimeUnit.SECONDS);
    }
}
