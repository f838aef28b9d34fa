package org.tsflink.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory that jvm/dist assembles; the gateway runs from its lib/gateway. */
public final class Home {

    private Home() {}

    /** The jars of one of the directories in lib/; none if the gateway does not run from a home. */
    public static List<Path> jars(String directory) {
        Path library = directory().resolve("lib").resolve(directory);
        if (!Files.isDirectory(library)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(library)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        String given = System.getProperty("tsflink.home");
        if (given != null) {
            return Path.of(given).toAbsolutePath();
        }
        Path jar =
                Path.of(
                        URI.create(
                                Home.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()));
        // <home>/lib/gateway/<this jar>
        return jar.resolve("../../..").normalize();
    }
}
