import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the class-data-sharing archive from which gateways start: `java Archive.java HOME`. A JVM
 * takes it only with the very class path that it was made with, and ignores it otherwise.
 */
public final class Archive {

    private static final int TIMEOUT_SECONDS = 300;

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path archive = home.resolve("conf/gateway.jsa");
        List<Path> jars = jars(home);
        if (isNewer(archive, jars)) {
            return;
        }
        Files.deleteIfExists(archive);
        Path log = Files.createTempFile("tsflink-archive", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + home.resolve("conf/jvm17.opts"));
        command.add("@" + home.resolve("conf/gateway.opts"));
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        command.add("-cp");
        command.add(String.join(":", jars.stream().map(Path::toString).toList()));
        command.add("org.tsflink.gateway.Training");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0 || !Files.exists(archive)) {
            // Gateways start without it too, in twice the time.
            System.err.println("The archive of classes was not made; see " + log);
            return;
        }
        Files.delete(log);
    }

    /** In the order of the client, which is that of their names in each directory. */
    private static List<Path> jars(Path home) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String part : List.of("flink", "gateway", "worker", "runtime", "connectors")) {
            try (Stream<Path> files = Files.list(home.resolve("lib").resolve(part))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    private static boolean isNewer(Path archive, List<Path> jars) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        for (Path jar : jars) {
            if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(archive)) > 0) {
                return false;
            }
        }
        return true;
    }
}
