package org.tsflink.gateway.plan;

import org.apache.flink.api.common.cache.DistributedCache;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.util.CompressionUtils;
import org.apache.flink.util.FileUtils;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.ArtifactFile;

import javax.annotation.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directories that the jobs of a session take along by Flink's distributed cache: what modules
 * of functions read, and archives, unpacked.
 */
public final class JobFiles implements AutoCloseable {

    // What views and functions of the session need.
    private final Set<String> lasting = new LinkedHashSet<>();
    // By the file, its time and its size.
    private final Map<String, Path> archives = new HashMap<>();
    @Nullable private Path root;
    @Nullable private Shipping shipping;
    // Of the session's configuration: Flink writes there what each statement ships.
    @Nullable private List<String> initial;

    /** Keeps the files of an artifact. */
    void write(String name, List<ArtifactFile> files) {
        try {
            for (ArtifactFile file : files) {
                Path target = directory(name).resolve(file.getPath()).normalize();
                if (!target.startsWith(directory(name))) {
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID,
                            "The file '%s' lies outside of its artifact.".formatted(file.getPath()),
                            "Use a client of the gateway's version.");
                }
                Files.createDirectories(target.getParent());
                Files.write(target, file.getContent().toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next job needs the files of an artifact, and if no statement runs, all that follow. */
    void use(String name) {
        if (shipping == null) {
            lasting.add(name);
        } else {
            shipping.add(name, directory(name));
        }
    }

    /** Adds the directories to the session's own files for the time of one statement. */
    public Shipping ship(TableConfig configuration) {
        if (initial == null) {
            initial =
                    configuration
                            .getRootConfiguration()
                            .getOptional(PipelineOptions.CACHED_FILES)
                            .orElse(List.of());
        }
        shipping = new Shipping(configuration, initial);
        lasting.forEach(name -> shipping.add(name, directory(name)));
        configuration.getOptional(ShippingOptions.ARCHIVES).stream()
                .flatMap(all -> DistributedCache.parseCachedFilesFromString(all).stream())
                .forEach(archive -> shipping.add(archive.f0, unpacked(archive.f1.filePath)));
        return shipping;
    }

    private Path unpacked(String uri) {
        Path archive = Path.of(uri.substring("file://".length()));
        try {
            String content =
                    archive + "@" + Files.getLastModifiedTime(archive) + "@" + Files.size(archive);
            Path known = archives.get(content);
            if (known == null) {
                known = Files.createDirectory(directory("archive-" + archives.size()));
                CompressionUtils.extractFile(
                        archive.toString(), known.toString(), archive.getFileName().toString());
                archives.put(content, known);
            }
            return known;
        } catch (IOException | IllegalArgumentException e) {
            throw new GatewayException(
                    ErrorCode.ARCHIVE_UNREADABLE,
                    "The archive %s cannot be unpacked: %s".formatted(archive, e.getMessage()),
                    "Give a .zip, .jar, .tar, .tar.gz or .tgz file that is whole.");
        }
    }

    private Path directory(String name) {
        try {
            if (root == null) {
                root = Files.createTempDirectory("tsflink-files-");
            }
            return root.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (root != null) {
            FileUtils.deleteDirectoryQuietly(root.toFile());
        }
    }

    /** The files of one statement; closing restores the session's own. */
    public final class Shipping implements AutoCloseable {
        private final TableConfig configuration;
        @Nullable private final List<String> own;
        private final Set<String> files;

        private Shipping(TableConfig configuration, List<String> initial) {
            this.configuration = configuration;
            this.own = configuration.getConfiguration().get(PipelineOptions.CACHED_FILES, null);
            this.files = new LinkedHashSet<>(own != null ? own : initial);
            configuration.set(PipelineOptions.CACHED_FILES, List.copyOf(files));
        }

        private void add(String name, Path directory) {
            files.add(
                    "name:%s,path:%s"
                            .formatted(quoted(name), quoted(directory.toUri().toString())));
            configuration.set(PipelineOptions.CACHED_FILES, List.copyOf(files));
        }

        @Override
        public void close() {
            shipping = null;
            if (own != null) {
                configuration.set(PipelineOptions.CACHED_FILES, own);
            } else {
                configuration.getConfiguration().removeConfig(PipelineOptions.CACHED_FILES);
            }
        }

        // What is in quotes is not split.
        private static String quoted(String text) {
            return "'" + text.replace("'", "''") + "'";
        }
    }
}
