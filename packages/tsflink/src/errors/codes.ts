import type { BundleErrorCode } from '@tsflink/closure';

/** What went wrong, for programs: stable across versions. */
export type FlinkErrorCode =
  // ── the machine
  /** No `java` in JAVA_HOME or on PATH. */
  | 'JDK_NOT_FOUND'
  /** A Java older than 17. */
  | 'JDK_UNSUPPORTED'
  /** No Flink distribution at TSFLINK_HOME, or an incomplete one. */
  | 'DISTRIBUTION_NOT_FOUND'
  /** The gateway did not start. */
  | 'GATEWAY_START_FAILED'
  /** The gateway is shutting down. */
  | 'GATEWAY_STOPPING'
  /** The gateway ended, or cannot be reached. */
  | 'GATEWAY_LOST'
  /** The gateway does not take the client's token. */
  | 'UNAUTHENTICATED'
  /** A request larger than the gateway takes. */
  | 'REQUEST_TOO_LARGE'
  /** An optional package, such as apache-arrow, that is not installed. */
  | 'PACKAGE_MISSING'
  // ── the program
  /** A TableEnvironment inside a function that runs in Flink. */
  | 'NOT_IN_FUNCTION'
  /** An environment that was closed. */
  | 'ENVIRONMENT_CLOSED'
  /** A table of another environment. */
  | 'ENVIRONMENT_OTHER'
  /** A type with a parameter out of range. */
  | 'TYPE_INVALID'
  /** A type that cannot be used there. */
  | 'TYPE_UNSUPPORTED'
  /** A column name that JavaScript cannot keep in its place. */
  | 'COLUMN_NAME_INVALID'
  /** A literal that no SQL type holds, or not the one asked for. */
  | 'LITERAL_INVALID'
  /** A value that does not fit the type of its column. */
  | 'VALUE_INVALID'
  /** An iterable of rows that failed while it was read. */
  | 'ROWS_FAILED'
  /** An argument that a method does not take. */
  | 'ARGUMENT_INVALID'
  /** An expression in a place where it means nothing. */
  | 'EXPRESSION_INVALID'
  /** A plan that the gateway cannot read: client and gateway are of different versions. */
  | 'PLAN_INVALID'
  /** A plan, an expression or a text of SQL that is nested too deep. */
  | 'PLAN_TOO_DEEP'
  /** A plan of more expressions, aggregates, tables or bytes of literals than the options allow. */
  | 'PLAN_TOO_LARGE'
  /** A compiled plan that Flink cannot load. */
  | 'PLAN_UNREADABLE'
  /** A column that a table does not have. */
  | 'COLUMN_NOT_FOUND'
  /** A column name that more than one table of a query has. */
  | 'COLUMN_AMBIGUOUS'
  /** Two columns of one name. */
  | 'COLUMN_DUPLICATE'
  /** A catalog that is not there. */
  | 'CATALOG_NOT_FOUND'
  /** A database that its catalog does not have. */
  | 'DATABASE_NOT_FOUND'
  /** A grouping that lacks its window. */
  | 'GROUPING_INVALID'
  /** A set of statements with none in it; it may have been executed before. */
  | 'STATEMENT_SET_EMPTY'
  /** A model that no catalog has. */
  | 'MODEL_NOT_FOUND'
  /** A module that is not loaded, or not known. */
  | 'MODULE_NOT_FOUND'
  /** A partition that its table does not have. */
  | 'PARTITION_NOT_FOUND'
  /** A catalog, a database, a model or a partition of that name exists. */
  | 'ALREADY_EXISTS'
  /** A table that no catalog has. */
  | 'TABLE_NOT_FOUND'
  /** A table of that name, with another definition. */
  | 'TABLE_ALREADY_EXISTS'
  /** A query whose columns are not those that were declared, or not those of its sink. */
  | 'SCHEMA_MISMATCH'
  /** SQL that cannot be parsed. */
  | 'SQL_PARSE_ERROR'
  /** SQL that can be parsed but has no meaning: a name that is not known, types that do not fit. */
  | 'SQL_VALIDATION_ERROR'
  /** A statement that Flink's TableEnvironment does not run: one of its SQL client or its SQL gateway. */
  | 'STATEMENT_UNSUPPORTED'
  /** A function that is called with arguments of the wrong number or types. */
  | 'FUNCTION_ARGUMENTS_INVALID'
  /** An aggregate where none can be, or a column of a group that is neither grouped nor aggregated. */
  | 'AGGREGATE_INVALID'
  /** A window or a join over time on a column that is no time attribute: it lacks a watermark. */
  | 'TIME_ATTRIBUTE_REQUIRED'
  /** Something that streaming mode, or batch mode, cannot do. */
  | 'MODE_UNSUPPORTED'
  /** A sink that does not take the changes that a query makes. */
  | 'CHANGELOG_UNSUPPORTED'
  /** A table or an expression that Flink refuses. */
  | 'VALIDATION_ERROR'
  /** A query that Flink cannot plan. */
  | 'PLANNER_ERROR'
  /** An option with a value that it does not take. */
  | 'CONFIGURATION_INVALID'
  /** A connector or format whose jar is missing. */
  | 'CONNECTOR_NOT_FOUND'
  /** A file that is there already. */
  | 'FILE_EXISTS'
  /** A file that is not there, or cannot be read. */
  | 'FILE_NOT_FOUND'
  /** Cached tables, and rows of `fromValues`, that are larger than `tsflink.cache.max-size`. */
  | 'CACHE_TOO_LARGE'
  /** Rows that could not be kept on disk. */
  | 'CACHE_FAILED'
  /** A result that was read already. */
  | 'RESULT_CONSUMED'
  /** A row that is larger than what Flink collects. */
  | 'RESULT_ROW_TOO_LARGE'
  /** A result that nobody read for so long that its query was cancelled. */
  | 'RESULT_EXPIRED'
  /** A result that the gateway does not know. */
  | 'RESULT_NOT_FOUND'
  /** A session that the gateway does not know. */
  | 'SESSION_NOT_FOUND'
  // ── jobs
  /** A job that failed. */
  | 'JOB_FAILED'
  /** A job that was cancelled. */
  | 'JOB_CANCELLED'
  /** A job that the cluster does not know. */
  | 'JOB_NOT_FOUND'
  /** An expression that met a value it cannot take: a division by zero, a cast. */
  | 'EXPRESSION_FAILED'
  /** A job that has ended, where one that runs is needed. */
  | 'JOB_NOT_RUNNING'
  /** A savepoint that could not be taken. */
  | 'SAVEPOINT_FAILED'
  /** A server, such as Kafka, that does not answer. */
  | 'CONNECTION_FAILED'
  /** A database that refuses. */
  | 'JDBC_ERROR'
  /** A Flink cluster that does not answer. */
  | 'CLUSTER_UNREACHABLE'
  /** A request that a Flink cluster refuses. */
  | 'CLUSTER_REFUSED'
  /** A cluster without free slots or memory. */
  | 'RESOURCES_UNAVAILABLE'
  /** Something did not happen in time. */
  | 'TIMEOUT'
  // ── functions
  /** A function without a name. */
  | 'FUNCTION_NAME_MISSING'
  /** What was given as function cannot be called: a method is missing. */
  | 'FUNCTION_INVALID'
  /** Two functions of one name. */
  | 'FUNCTION_ALREADY_EXISTS'
  /** A function that Flink does not know. */
  | 'FUNCTION_UNDEFINED'
  /** A function without a method that the query needs. */
  | 'FUNCTION_METHOD_MISSING'
  /** A function that threw. */
  | 'FUNCTION_FAILED'
  /** A function that returned a value of another type than it declared. */
  | 'FUNCTION_RESULT_TYPE'
  /** A function that ran too long. */
  | 'FUNCTION_TIMEOUT'
  /** A function that took too much memory. */
  | 'FUNCTION_OUT_OF_MEMORY'
  /** A function that tried to end the process. */
  | 'FUNCTION_EXIT'
  /** A function whose process could not be started. */
  | 'FUNCTION_WORKER_NOT_STARTED'
  /** A function that no external worker took. */
  | 'FUNCTION_WORKER_UNAVAILABLE'
  /** A function whose process has ended, or no longer answered. */
  | 'FUNCTION_WORKER_LOST'
  /** A function that its bundle, or the module that SQL names, does not export. */
  | 'FUNCTION_NOT_FOUND'
  /** A bundle that the gateway does not have. */
  | 'ARTIFACT_NOT_FOUND'
  /** A bundle that was damaged on its way. */
  | 'ARTIFACT_CORRUPT'
  /** An archive that cannot be unpacked. */
  | 'ARCHIVE_UNREADABLE'
  /** A function that cannot be bundled. */
  | BundleErrorCode
  /** A defect of tsflink: please report it. */
  | 'INTERNAL';
