package org.tsflink.gateway.parity;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.Formatter;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The options that the client knows, with their types, are those of the option classes of Flink and
 * of ours. {@code -Dtsflink.parity.update=true} writes them.
 */
class ConfigOptionsTest {

    private static final Path LIST =
            Path.of("../../packages/tsflink/src/environment/config-options.ts");

    private static final Pattern CLASSES =
            Pattern.compile(
                    "org/(?:apache/flink/(?:configuration|table/api/config|state/rocksdb|client/cli|runtime/highavailability)/\\w+Options|tsflink(?:/\\w+)*/(?:\\w+Options|RemoteTarget))\\.class");

    /** How the client checks values of a kind, and how TypeScript types them. */
    private record Kind(String name, String type) {}

    @Test
    void isWhatTheClientKnows() throws Exception {
        Map<String, ConfigOption<?>> options = new TreeMap<>();
        for (String name : optionClasses()) {
            for (Field field : Class.forName(name).getFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && field.getType() == ConfigOption.class
                        && !field.isAnnotationPresent(Deprecated.class)) {
                    ConfigOption<?> option = (ConfigOption<?>) field.get(null);
                    if (isOfEnvironments(option.key())) {
                        options.put(option.key(), option);
                    }
                }
            }
        }
        String actual = source(options);
        if (Boolean.getBoolean("tsflink.parity.update")) {
            Files.writeString(LIST, actual);
        }
        assertThat(options).hasSizeGreaterThan(500);
        assertThat(LIST).hasContent(actual);
    }

    // Not those of Python, patterns of keys, and keys within the options of a module.
    private static boolean isOfEnvironments(String key) {
        return key.contains(".") && !key.contains("<") && !key.startsWith("python.");
    }

    private static String source(Map<String, ConfigOption<?>> options) throws Exception {
        StringBuilder types = new StringBuilder();
        StringBuilder kinds = new StringBuilder();
        for (ConfigOption<?> option : options.values()) {
            Kind kind = kind(option);
            types.append("  /** ").append(described(option)).append(" */\n");
            types.append("  readonly '%s': %s;\n".formatted(option.key(), kind.type()));
            kinds.append("  '%s': '%s',\n".formatted(option.key(), kind.name()));
        }
        return """
                // Written by ConfigOptionsTest of the gateway from the option classes of Flink; do not edit.

                /** A number, or its text. */
                export type NumberOption = number | bigint | `${number}`;
                /** A boolean, or its text. */
                export type BooleanOption = boolean | `${boolean}`;

                /** The options of Flink 2.3 and of tsflink by their keys, with the types of their values. */
                export interface ConfigOptions {
                %s}

                /** What values each option takes, to check them before Flink does. */
                export const OPTION_KINDS: Readonly<Record<string, string>> = {
                %s};

                /** Keys that options had before, and that Flink still takes. */
                export const FORMER_KEYS: readonly string[] = [
                %s];
                """
                .formatted(types, kinds, formerKeys(options));
    }

    private static String formerKeys(Map<String, ConfigOption<?>> options) {
        TreeSet<String> keys = new TreeSet<>();
        options.values()
                .forEach(option -> option.fallbackKeys().forEach(key -> keys.add(key.getKey())));
        keys.removeAll(options.keySet());
        return keys.stream().map("  '%s',\n"::formatted).collect(Collectors.joining());
    }

    private static Kind kind(ConfigOption<?> option) throws Exception {
        Class<?> type = (Class<?>) invoke(option, "getClazz");
        if ((boolean) invoke(option, "isList")) {
            return new Kind("list", "string");
        }
        if (type.isEnum()) {
            List<String> names =
                    Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .distinct()
                            .toList();
            // Flink takes names in any case; these are the ways in which its documents write them.
            String union =
                    Stream.concat(
                                    names.stream(),
                                    Arrays.stream(type.getEnumConstants())
                                            .map(value -> ((Enum<?>) value).name()))
                            .distinct()
                            .map("'%s'"::formatted)
                            .collect(Collectors.joining(" | "));
            String all =
                    Stream.concat(
                                    names.stream(),
                                    Arrays.stream(type.getEnumConstants())
                                            .map(value -> ((Enum<?>) value).name()))
                            .distinct()
                            .collect(Collectors.joining("|"));
            return new Kind("enum:" + all, union);
        }
        if (type == Boolean.class) {
            return new Kind("boolean", "BooleanOption");
        }
        if (type == Integer.class || type == Long.class || type == Short.class) {
            return new Kind("integer", "NumberOption");
        }
        if (type == Double.class || type == Float.class) {
            return new Kind("number", "NumberOption");
        }
        if (type == Duration.class) {
            return new Kind("duration", "string");
        }
        return new Kind(
                switch (type.getSimpleName()) {
                    case "MemorySize" -> "memory";
                    case "Map" -> "map";
                    default -> "string";
                },
                "string");
    }

    private static String described(ConfigOption<?> option) throws Exception {
        Formatter html = new HtmlFormatter();
        String text =
                html.format(option.description())
                        .replaceAll("<[^>]+>", " ")
                        .replace("&nbsp;", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("*/", "*\u200b/")
                        .replaceAll("\\s+", " ")
                        .replaceAll("[{}@]", "`")
                        .strip();
        if (text.length() > 300) {
            text = text.substring(0, 299).strip() + "…";
        }
        String value =
                option.hasDefaultValue() && String.valueOf(option.defaultValue()).length() < 80
                        ? "Default: `%s`.".formatted(defaultOf(option))
                        : "";
        return (text + " " + value).strip();
    }

    private static String defaultOf(ConfigOption<?> option) {
        Object value = option.defaultValue();
        if (value instanceof Duration duration) {
            return duration.toString()
                    .substring(2)
                    .toLowerCase()
                    .replaceAll("(?<=[hms])(?=\\d)", " ");
        }
        String text = String.valueOf(value).replaceAll("\\s+", " ").replace("`", "'");
        return text.startsWith(System.getProperty("java.io.tmpdir"))
                ? "the temporary directory"
                : text;
    }

    private static Object invoke(ConfigOption<?> option, String name) throws Exception {
        Method method = ConfigOption.class.getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(option);
    }

    private static List<String> optionClasses() throws IOException {
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Files.walkFileTree(
                        path,
                        new SimpleFileVisitor<>() {
                            @Override
                            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                                names.add(path.relativize(file).toString());
                                return FileVisitResult.CONTINUE;
                            }
                        });
            } else if (entry.endsWith(".jar")) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    jar.stream().forEach(file -> names.add(file.getName()));
                }
            }
        }
        Collections.sort(names);
        return names.stream()
                .filter(name -> CLASSES.matcher(name).matches())
                .map(name -> name.replace('/', '.').substring(0, name.length() - ".class".length()))
                .distinct()
                .toList();
    }
}
