package org.tsflink.runtime.v8;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import org.apache.flink.util.FileUtils;
import org.apache.flink.util.FlinkRuntimeException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads V8's native library for this class loader. A library file belongs to one class loader of a
 * JVM: from a second job's user class loader the same file is refused, so each gets a copy of its
 * own. What is loaded stays mapped without its file, which is removed at once.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    static V8Host load() {
        try {
            Path directory = Files.createTempDirectory("tsflink-v8-");
            try {
                JavetLibLoader.setLibLoadingListener(new OwnDirectory(directory.toFile()));
                V8Host host = V8Host.getNodeInstance();
                if (!host.isLibraryLoaded()) {
                    throw failure(host.getLastException());
                }
                return host;
            } finally {
                FileUtils.deleteDirectory(directory.toFile());
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static FlinkRuntimeException failure(Exception cause) {
        String where = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String detail =
                cause instanceof JavetException ? cause.getMessage() : String.valueOf(cause);
        return new FlinkRuntimeException(
                "V8 could not be loaded on "
                        + where
                        + ": "
                        + detail
                        + "\nIt needs the javet-node library of this platform on the class path, and"
                        + " about 80 MB of free space in "
                        + System.getProperty("java.io.tmpdir")
                        + " while it loads.",
                cause);
    }

    private record OwnDirectory(File directory) implements IJavetLibLoadingListener {
        @Override
        public File getLibPath(JSRuntimeType type) {
            return directory;
        }

        @Override
        public boolean isDeploy(JSRuntimeType type) {
            return true;
        }

        @Override
        public boolean isLibInSystemPath(JSRuntimeType type) {
            return false;
        }

        @Override
        public boolean isSuppressingError(JSRuntimeType type) {
            return false;
        }
    }
}
