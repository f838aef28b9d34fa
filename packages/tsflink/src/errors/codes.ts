import type { BundleErrorCode } from '@tsflink/bundler';

/** What went wrong, for programs: stable across versions. */
export type FlinkErrorCode =
  // the machine
  /** No `java` in JAVA_HOME or on PATH. */
  | 'JDK_NOT_FOUND'
  /** A Java older than 17. */
  | 'JDK_UNSUPPORTED'
  /** No Flink distribution at TSFLINK_HOME, or an incomplete one. */
  | 'DISTRIBUTION_NOT_FOUND'
  /** The gateway did not start. */
  | 'GATEWAY_START_FAILED'
  /** The gateway ended, or cannot be reached. */
  | 'GATEWAY_LOST'
  /** The gateway does not take the client's token. */
  | 'GATEWAY_REFUSED'
  // the program
  /** A TableEnvironment inside a function that runs in Flink. */
  | 'NOT_IN_FUNCTION'
  /** An environment that was closed. */
  | 'ENVIRONMENT_CLOSED'
  /** A type with a parameter out of range. */
  | 'INVALID_TYPE'
  /** A column name that JavaScript cannot keep in its place. */
  | 'INVALID_COLUMN_NAME'
  /** A literal that no SQL type holds, or not the one asked for. */
  | 'INVALID_LITERAL'
  /** A value that does not fit the type of its column. */
  | 'INVALID_VALUE'
  /** An argument that a method does not take. */
  | 'INVALID_ARGUMENT'
  /** An expression in a place where it means nothing. */
  | 'INVALID_EXPRESSION'
  /** A plan that Flink refuses. */
  | 'INVALID_PLAN'
  /** A column that a table does not have. */
  | 'COLUMN_NOT_FOUND'
  /** Two columns of one name. */
  | 'DUPLICATE_COLUMN'
  /** A table that no catalog has. */
  | 'TABLE_NOT_FOUND'
  /** A table of that name, with another definition. */
  | 'TABLE_ALREADY_EXISTS'
  /** A query whose columns are not those that were declared, or not those of its sink. */
  | 'SCHEMA_MISMATCH'
  /** SQL that cannot be parsed. */
  | 'SQL_PARSE_FAILED'
  /** SQL that can be parsed but has no meaning: a name that is not known, types that do not fit. */
  | 'SQL_VALIDATION_FAILED'
  /** A connector or format whose jar is missing, or an option that it does not know. */
  | 'CONNECTOR_NOT_FOUND'
  /** An option with a value that it does not take. */
  | 'INVALID_CONFIGURATION'
  /** A result that was consumed already. */
  | 'RESULT_CONSUMED'
  // jobs
  /** A job that failed. */
  | 'JOB_FAILED'
  /** A job that was cancelled. */
  | 'JOB_CANCELLED'
  /** A job that the cluster does not know. */
  | 'JOB_NOT_FOUND'
  /** Something did not happen in time. */
  | 'TIMEOUT'
  // functions
  /** A function without a name. */
  | 'FUNCTION_NAME_MISSING'
  /** Two functions of one name. */
  | 'FUNCTION_ALREADY_EXISTS'
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
  /** A function that no catalog, module or session has. */
  | 'FUNCTION_NOT_FOUND'
  /** A function that cannot be bundled. */
  | BundleErrorCode
  /** A defect of tsflink: please report it. */
  | 'INTERNAL';
