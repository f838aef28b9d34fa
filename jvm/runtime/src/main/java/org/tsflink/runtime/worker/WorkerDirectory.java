package org.tsflink.runtime.worker;

import org.apache.flink.util.FileUtils;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that is its user's alone, with the script and the socket of a worker. */
record WorkerDirectory(Path path) {
    private static final String SCRIPT = "tsflink-worker.cjs";
    // The kernel's limit for the address of a socket.
    private static final int LONGEST_SOCKET = 107;

    /** Makes one among the temporary files. */
    static WorkerDirectory create() throws WorkerException {
        String parent = System.getProperty("java.io.tmpdir");
        WorkerDirectory directory = null;
        boolean filled = false;
        try {
            directory =
                    new WorkerDirectory(
                            Files.createTempDirectory(Path.of(parent), "tsflink-worker-"));
            directory.fill();
            filled = true;
            return directory;
        } catch (IOException e) {
            throw WorkerException.notStarted(
                    "its directory cannot be made in %s (java.io.tmpdir): %s".formatted(parent, e));
        } finally {
            if (directory != null && !filled) {
                directory.remove();
            }
        }
    }

    private void fill() throws IOException, WorkerException {
        if (socket().length() > LONGEST_SOCKET) {
            throw WorkerException.notStarted(
                    "the path of its socket is too long: %s; set java.io.tmpdir to a shorter one"
                            .formatted(socket()));
        }
        try (InputStream in = WorkerDirectory.class.getResourceAsStream(SCRIPT)) {
            Files.copy(in, script());
        }
    }

    Path script() {
        return path.resolve(SCRIPT);
    }

    String socket() {
        return path.resolve("s").toString();
    }

    void remove() {
        FileUtils.deleteDirectoryQuietly(path.toFile());
    }
}
