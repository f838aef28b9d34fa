import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks the third-party jars of a distribution against the pinned sums: `java Checksums.java verify
 * LIB FILE`; after a version has changed, `java Checksums.java write LIB FILE` pins the new ones.
 */
public final class Checksums {

    public static void main(String[] arguments) throws Exception {
        Path library = Path.of(arguments[1]);
        Path file = Path.of(arguments[2]);
        Map<String, String> actual = sums(library);
        if (arguments[0].equals("write")) {
            List<String> lines = new ArrayList<>();
            actual.forEach((jar, sum) -> lines.add(sum + "  " + jar));
            Files.write(file, lines);
            return;
        }
        List<String> problems = problems(pinned(file), actual);
        problems.forEach(System.err::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private static List<String> problems(Map<String, String> pinned, Map<String, String> actual) {
        List<String> problems = new ArrayList<>();
        actual.forEach(
                (jar, sum) -> {
                    String expected = pinned.get(jar);
                    if (expected == null) {
                        problems.add("The jar " + jar + " has no pinned checksum: it is left from an older build (delete jvm/dist/target), or new (build with -Dchecksums=write).");
                    } else if (!expected.equals(sum)) {
                        problems.add(
                                "The jar %s is not the one that was pinned (SHA-256 %s, expected %s): delete it from the local Maven repository and build again."
                                        .formatted(jar, sum, expected));
                    }
                });
        return problems;
    }

    /** Our own jars are built here, and differ from build to build. */
    private static Map<String, String> sums(Path library) throws Exception {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(library)) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                String name = jar.getFileName().toString();
                if (!name.startsWith("tsflink-")) {
                    sums.put(name, sha256(jar));
                }
            }
        }
        return sums;
    }

    private static Map<String, String> pinned(Path file) throws IOException {
        Map<String, String> pinned = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\\s+", 2);
            pinned.put(parts[1], parts[0]);
        }
        return pinned;
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}
