package org.tsflink.gateway.errors;

import org.apache.flink.table.factories.DecodingFormatFactory;
import org.apache.flink.table.factories.EncodingFormatFactory;
import org.apache.flink.table.factories.Factory;

import javax.annotation.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connectors and formats that are not there, or whose options are wrong. */
final class ConnectorErrors implements Classifier {

    private static final Pattern NO_CONNECTOR =
            Pattern.compile(
                    "Could not find any factory for identifier '(.+?)' that implements '(.*?)'.*?identifiers are:(.*)",
                    Pattern.DOTALL);
    private static final Pattern NO_FORMAT =
            Pattern.compile("Could not find any format factory for identifier '(.+?)'");
    private static final Pattern NOT_NAMED =
            Pattern.compile("Table options do not contain an option key 'connector'");
    private static final Pattern UNSUPPORTED =
            Pattern.compile(
                    "Unsupported options found for '(.+?)'.*Unsupported options:(.*)Supported options:(.*)",
                    Pattern.DOTALL);
    private static final Pattern REQUIRED =
            Pattern.compile("Missing required options are:(.*)", Pattern.DOTALL);

    // Where those are found whose jar is not called by their name.
    private static final Map<String, String> JARS =
            Map.ofEntries(
                    Map.entry("upsert-kafka", "flink-sql-connector-kafka"),
                    Map.entry("jdbc", "flink-connector-jdbc-core and that of the database"),
                    Map.entry("elasticsearch-6", "flink-sql-connector-elasticsearch6"),
                    Map.entry("elasticsearch-7", "flink-sql-connector-elasticsearch7"),
                    Map.entry("hbase-2.2", "flink-sql-connector-hbase-2.2"),
                    Map.entry("iceberg", "iceberg-flink-runtime"),
                    Map.entry("paimon", "paimon-flink"),
                    Map.entry("hive", "flink-sql-connector-hive"),
                    Map.entry("avro", "flink-sql-avro"),
                    Map.entry("avro-confluent", "flink-sql-avro-confluent-registry"),
                    Map.entry("debezium-avro-confluent", "flink-sql-avro-confluent-registry"),
                    Map.entry("parquet", "flink-sql-parquet"),
                    Map.entry("orc", "flink-sql-orc"),
                    Map.entry("protobuf", "flink-sql-protobuf"),
                    Map.entry("json", "flink-json"),
                    Map.entry("csv", "flink-csv"));

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        return causes.stream()
                .map(cause -> classify(cause.message()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    private static Failure classify(String message) {
        Matcher connector = NO_CONNECTOR.matcher(message);
        if (connector.find()) {
            String name = connector.group(1);
            String kind = kind(connector.group(2));
            String known = NearestNames.hint(kind + "s", name, offered(connector.group(3)));
            return missing(kind, name, known + "\nOr put");
        }
        Matcher format = NO_FORMAT.matcher(message);
        if (format.find()) {
            String name = format.group(1);
            String near = NearestNames.didYouMean(name, formats());
            return missing("format", name, near.isEmpty() ? "Put" : near + " Or put");
        }
        if (NOT_NAMED.matcher(message).find()) {
            return Failure.of(
                    ErrorCode.CONNECTOR_NOT_FOUND,
                    "The table names no connector.",
                    "Give the option 'connector', as in WITH ('connector' = 'kafka').");
        }
        Matcher unsupported = UNSUPPORTED.matcher(message);
        if (unsupported.find()) {
            List<String> wrong = names(unsupported.group(2));
            return Failure.of(
                    ErrorCode.CONFIGURATION_INVALID,
                    "The connector '%s' has no option %s."
                            .formatted(unsupported.group(1), quoted(wrong)),
                    NearestNames.hint("options", wrong.get(0), names(unsupported.group(3))));
        }
        Matcher required = REQUIRED.matcher(message);
        if (required.find()) {
            return Failure.of(
                    ErrorCode.CONFIGURATION_INVALID,
                    "The table lacks the option %s.".formatted(quoted(names(required.group(1)))),
                    "Give it in the WITH clause, or among the options of defineTable.");
        }
        return null;
    }

    private static String kind(String factory) {
        if (factory.endsWith("CatalogFactory")) {
            return "catalog type";
        }
        return factory.endsWith("ModuleFactory") ? "module" : "connector";
    }

    /** What a program can name: not what is for ourselves, or old. */
    private static List<String> offered(String lines) {
        return names(lines).stream()
                .filter(name -> !name.startsWith("tsflink-") && !name.startsWith("legacy-"))
                .toList();
    }

    /** The formats that are there, or that JARS knows where to find. */
    private static Set<String> formats() {
        Set<String> formats = new TreeSet<>(List.of("avro", "parquet", "orc", "protobuf"));
        ServiceLoader.load(Factory.class, ConnectorErrors.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(
                        factory ->
                                factory instanceof DecodingFormatFactory
                                        || factory instanceof EncodingFormatFactory)
                .forEach(factory -> formats.add(factory.factoryIdentifier()));
        return formats;
    }

    private static Failure missing(String kind, String identifier, String put) {
        String jar =
                JARS.getOrDefault(
                        identifier,
                        (kind.equals("format") ? "flink-sql-" : "flink-sql-connector-")
                                + identifier);
        return Failure.of(
                ErrorCode.CONNECTOR_NOT_FOUND,
                "There is no %s '%s'.".formatted(kind, identifier),
                "%s the jar that has it (perhaps %s) into lib/connectors, or name it in 'pipeline.jars'."
                        .formatted(put, jar));
    }

    private static List<String> names(String lines) {
        return lines.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(name -> "'" + name + "'").toList());
    }
}
