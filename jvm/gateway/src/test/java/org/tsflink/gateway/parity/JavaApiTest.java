package org.tsflink.gateway.parity;

import org.apache.flink.annotation.Internal;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The public methods of Flink's Java API, as Flink has them, are those of the list that the parity
 * report accounts for: each has to be covered there, or to have a reason. {@code
 * -Dtsflink.parity.update=true} writes the list.
 */
class JavaApiTest {

    private static final Path LIST = Path.of("../../tests/parity/flink-2.3.0.csv");

    private static final List<String> CLASSES =
            Stream.of(
                            in(
                                    "org.apache.flink.table.api.",
                                    "TableEnvironment bridge.java.StreamTableEnvironment"
                                            + " EnvironmentSettings EnvironmentSettings$Builder TableConfig SqlDialect"
                                            + " Table GroupedTable GroupWindowedTable WindowGroupedTable AggregatedTable"
                                            + " FlatAggregateTable OverWindowedTable PartitionedTable"
                                            + " Over OverWindowPartitioned OverWindowPartitionedOrdered"
                                            + " OverWindowPartitionedOrderedPreceding"
                                            + " Tumble TumbleWithSize TumbleWithSizeOnTime"
                                            + " Slide SlideWithSize SlideWithSizeAndSlide"
                                            + " SlideWithSizeAndSlideOnTime Session SessionWithGap SessionWithGapOnTime"
                                            + " GroupWindow OverWindow"
                                            + " StatementSet TablePipeline CompiledPlan PlanReference ExplainDetail"
                                            + " ExplainFormat JsonType JsonOnNull JsonExistsOnError"
                                            + " JsonValueOnEmptyOrError JsonQueryWrapper"
                                            + " JsonQueryOnEmptyOrError ApiExpression"
                                            + " TableResult ResultKind Schema Schema$Builder"
                                            + " TableDescriptor TableDescriptor$Builder"
                                            + " FormatDescriptor FormatDescriptor$Builder"
                                            + " Model ModelDescriptor ModelDescriptor$Builder FunctionDescriptor"
                                            + " FunctionDescriptor$Builder DataTypes Expressions"
                                            + " internal.BaseExpressions"),
                            in(
                                    "org.apache.flink.table.catalog.",
                                    "Catalog CatalogDescriptor CatalogDatabase CatalogBaseTable CatalogTable"
                                            + " CatalogTable$Builder CatalogView CatalogFunction CatalogModel"
                                            + " CatalogPartition CatalogPartitionSpec stats.CatalogTableStatistics"
                                            + " stats.CatalogColumnStatistics ObjectPath ObjectIdentifier"
                                            + " ResolvedSchema Column UniqueConstraint WatermarkSpec"),
                            in("org.apache.flink.table.module.", "ModuleEntry"),
                            in(
                                    "org.apache.flink.table.expressions.",
                                    "TimeIntervalUnit TimePointUnit"),
                            in("org.apache.flink.table.functions.", "FunctionContext"),
                            in("org.apache.flink.table.connector.", "ChangelogMode"),
                            in("org.apache.flink.table.resource.", "ResourceUri ResourceType"),
                            in("org.apache.flink.core.execution.", "JobClient"),
                            in("org.apache.flink.api.common.", "JobStatus JobExecutionResult"),
                            in("org.apache.flink.types.", "Row RowKind"))
                    .flatMap(names -> names)
                    .toList();

    @Test
    void isAccountedFor() throws IOException, ClassNotFoundException {
        String actual = "class,method,deprecated\n";
        for (String name : CLASSES) {
            actual += methods(Class.forName(name));
        }
        if (Boolean.getBoolean("tsflink.parity.update")) {
            Files.writeString(LIST, actual);
        }
        assertThat(LIST).hasContent(actual);
    }

    /** One line for each name: overloads are one method to a user of TypeScript. */
    private static String methods(Class<?> type) {
        Map<String, Boolean> deprecated = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (isPublicApi(method)) {
                deprecated.merge(
                        method.getName(),
                        method.isAnnotationPresent(Deprecated.class),
                        Boolean::logicalAnd);
            }
        }
        if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant -> deprecated.put(((Enum<?>) constant).name(), false));
        }
        String owner = type.getName().replace('$', '.');
        return deprecated.entrySet().stream()
                .map(entry -> "%s,%s,%s\n".formatted(owner, entry.getKey(), entry.getValue()))
                .collect(joining());
    }

    private static boolean isPublicApi(Method method) {
        Class<?> owner = method.getDeclaringClass();
        return owner.getName().startsWith("org.apache.flink.")
                && Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && !method.isAnnotationPresent(Internal.class)
                && !OF_EVERY_OBJECT.contains(method.getName());
    }

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private static Stream<String> in(String packageName, String names) {
        return Arrays.stream(names.split(" ")).map(name -> packageName + name);
    }
}
