package org.tsflink.gateway.errors;

import org.apache.flink.api.common.JobID;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.tsflink.runtime.function.FunctionException;

import javax.annotation.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was run when it failed: for the names that it could have meant.
 *
 * @param sql the text of the statement, or of the SQL query within its plan
 * @param environment to be used on its session's thread only
 * @param jobs tells of the job that failed
 */
record Statement(@Nullable String sql, @Nullable TableEnvironment environment, JobOperators jobs) {

    static final Statement UNKNOWN = new Statement(null, null, JobOperators.NONE);

    /** The same of another text of SQL, such as one within it. */
    Statement of(String text) {
        return new Statement(text, environment, jobs);
    }

    List<String> tables() {
        return environment == null ? List.of() : Arrays.asList(environment.listTables());
    }

    List<String> catalogs() {
        return environment == null ? List.of() : Arrays.asList(environment.listCatalogs());
    }

    List<String> databases() {
        return environment == null ? List.of() : Arrays.asList(environment.listDatabases());
    }

    /** The operators of the task of a job that failed. */
    List<String> operators(JobID job) {
        return jobs.ofFailedTask(job);
    }

    /** How a function of a job failed; null if its cluster does not tell. */
    @Nullable
    FunctionException functionFailure(JobID job) {
        return jobs.functionFailure(job);
    }

    List<String> functions() {
        return environment == null ? List.of() : Arrays.asList(environment.listFunctions());
    }

    /** The columns of the tables that the SQL text names. */
    List<String> columns() {
        if (sql == null) {
            return List.of();
        }
        return tables().stream()
                .filter(
                        table ->
                                Pattern.compile("\\b" + Pattern.quote(table) + "\\b")
                                        .matcher(sql)
                                        .find())
                .flatMap(this::columns)
                .distinct()
                .toList();
    }

    private Stream<String> columns(String table) {
        try {
            return environment
                    .from("`" + table + "`")
                    .getResolvedSchema()
                    .getColumnNames()
                    .stream();
        } catch (ValidationException | TableException e) {
            // Only a hint would be lost: a table that is broken itself.
            return Stream.empty();
        }
    }
}
