import { isAbsolute, resolve } from 'node:path';
import { Code, ConnectError } from '@connectrpc/connect';
import { BundleError } from '@tsflink/closure';
import { type ErrorDetail, ErrorDetailSchema } from '../generated/tsflink/v1/errors_pb.js';
import type { CallSite } from '../source/call-site.js';
import type { FlinkErrorCode } from './codes.js';
import { FlinkError } from './flink-error.js';
import { JavaError } from './java-error.js';

/** Any failure of a request as an error of the user's call. `log`: where the gateway writes its log. */
export function toFlinkError(failure: unknown, callSite: CallSite, log?: string): FlinkError {
  if (failure instanceof FlinkError) return failure.source ? failure : failure.at(callSite);
  if (failure instanceof BundleError) {
    const { code, message, hint, position } = failure;
    const source = position && {
      ...position,
      file: isAbsolute(position.file) ? position.file : resolve(position.file),
    };
    return new FlinkError(code, message, { hint, source, callSite });
  }
  if (isTooDeep(failure) || (failure instanceof ConnectError && isTooDeep(failure.cause))) {
    return new FlinkError('PLAN_TOO_DEEP', 'The plan is nested too deep to be sent', {
      hint: 'Write long chains otherwise: in(…) for many isEqual, a join with a table for many cases.',
      callSite,
    });
  }
  if (!(failure instanceof ConnectError)) {
    const message = failure instanceof Error ? failure.message : String(failure);
    return new FlinkError('INTERNAL', message, { callSite, cause: failure });
  }
  const [detail] = failure.findDetails(ErrorDetailSchema);
  return detail ? ofDetail(detail, callSite) : ofStatus(failure, callSite, log);
}

/** Whether the stack of this process was too small: what encodes plans goes as deep as they do. */
function isTooDeep(failure: unknown): boolean {
  return failure instanceof RangeError && failure.message.includes('call stack');
}

/** The index of the command that failed, where it was one that a request brought. */
export function failedCommand(failure: unknown): number | undefined {
  return failure instanceof ConnectError ? failure.findDetails(ErrorDetailSchema)[0]?.failedCommand : undefined;
}

function ofDetail(detail: ErrorDetail, callSite: CallSite): FlinkError {
  const failed = detail.function;
  const at = failed?.source ?? detail.source;
  return new FlinkError(detail.code as FlinkErrorCode, detail.message, {
    hint: detail.hint || undefined,
    source: at && { file: at.file, line: at.line, column: at.column },
    callSite,
    cause: detail.javaStack === '' ? undefined : new JavaError(detail.javaClass, detail.javaStack),
    retryable: detail.retryable,
    function: failed && { name: failed.name, stack: failed.stack, row: failed.row },
  });
}

function ofStatus(failure: ConnectError, callSite: CallSite, log: string | undefined): FlinkError {
  const seeLog = log === undefined ? undefined : `See its log: ${log}`;
  switch (failure.code) {
    case Code.Unavailable:
    case Code.Canceled:
    case Code.Aborted:
      return new FlinkError('GATEWAY_LOST', `The gateway is gone: ${failure.rawMessage}`, {
        hint: seeLog,
        callSite,
        retryable: true,
      });
    case Code.Unauthenticated:
      return new FlinkError('UNAUTHENTICATED', 'The gateway does not take the token of this client', {
        hint: 'Check TSFLINK_GATEWAY_TOKEN.',
        callSite,
      });
    case Code.ResourceExhausted:
      return new FlinkError('REQUEST_TOO_LARGE', 'The request is larger than the 512 MB that the gateway takes', {
        hint: 'Put large data into a file or a table of a connector, not into literals or fromValues.',
        callSite,
        cause: failure,
      });
    case Code.DeadlineExceeded:
      return new FlinkError('TIMEOUT', 'The gateway did not answer in time', {
        hint: seeLog,
        callSite,
        cause: failure,
      });
    default:
      return new FlinkError('INTERNAL', failure.rawMessage, { hint: seeLog, callSite, cause: failure });
  }
}
