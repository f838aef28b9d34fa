import { create } from '@bufbuild/protobuf';
import { Code, ConnectError, createRouterTransport, type ServiceImpl } from '@connectrpc/connect';
import type { Field } from '@tsflink/runtime/codec';
import { rowWriter } from '@tsflink/runtime/codec';
import { EnvironmentSettings } from '../../src/environment/environment-settings.js';
import { TableEnvironment } from '../../src/environment/table-environment.js';
import { type Gateway, gatewayOf } from '../../src/gateway/gateway.js';
import { ErrorDetailSchema } from '../../src/generated/tsflink/v1/errors_pb.js';
import { GatewayService } from '../../src/generated/tsflink/v1/gateway_pb.js';
import { encodeType } from '../../src/plan/type.js';

type Handlers = Partial<ServiceImpl<typeof GatewayService>>;

/** An environment on a gateway in this process: the messages are real, what they do is the test's. */
export function environmentOn(handlers: Handlers, settings = EnvironmentSettings.inStreamingMode()): TableEnvironment {
  const gateway = fakeGateway(handlers);
  return TableEnvironment.on(async () => gateway, settings);
}

/** A gateway in this process. */
export function fakeGateway(handlers: Handlers): Gateway {
  const transport = createRouterTransport(({ service }) => {
    service(GatewayService, {
      async *openSession(_, { signal }) {
        yield { sessionId: 's', webUrl: '', flinkVersion: '2.3.0' };
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
      ...handlers,
    });
  });
  return gatewayOf(transport, '/logs/gateway.log');
}

/** A failure as the gateway reports it. */
export function failure(code: string, message: string, rest: object = {}): ConnectError {
  const detail = create(ErrorDetailSchema, { code, message, ...rest });
  const error = new ConnectError(message, Code.InvalidArgument);
  error.details.push({ desc: ErrorDetailSchema, value: detail });
  return error;
}

/** A schema as the gateway reports it. */
export function schemaOf(fields: readonly Field[]) {
  return { columns: fields.map(({ name, type }) => ({ name, type: encodeType(type) })) };
}

/** Rows as the gateway streams them; the kind of each is its first byte. */
export function batchOf(fields: readonly Field[], rows: readonly (readonly [kind: number, row: object])[]) {
  const writer = rowWriter(fields);
  const offsets: number[] = [];
  const bytes: number[] = [];
  for (const [kind, row] of rows) {
    offsets.push(bytes.length);
    const encoded = writer.write(row as Record<string, unknown>);
    encoded[0] = kind;
    bytes.push(...encoded);
  }
  return { batch: { case: 'rows' as const, value: { rows: new Uint8Array(bytes), offsets } } };
}
