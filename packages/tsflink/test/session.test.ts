import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExecuteRequest } from '../src/generated/tsflink/v1/gateway_pb.js';
import { ResultFormat, ResultKind } from '../src/generated/tsflink/v1/gateway_pb.js';
import {
  DataTypes,
  defineTable,
  EnvironmentSettings,
  FlinkError,
  getRowKind,
  JavaError,
  TableEnvironment,
} from '../src/index.js';
import { all } from './support/all.js';
import { batchOf, environmentOn, failure, schemaOf } from './support/fake-gateway.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const { BIGINT, STRING } = DataTypes;
const fields = [
  { name: 'id', type: BIGINT().node },
  { name: 'name', type: STRING().node },
];
const response = {
  resultId: 'r',
  resultKind: ResultKind.SUCCESS_WITH_CONTENT,
  schema: schemaOf(fields),
  jobId: 'j',
  query: true,
};

/** A gateway whose results have these rows, and that notes what it is asked. */
function answering(...rows: (readonly [number, object])[]) {
  const requests: ExecuteRequest[] = [];
  let abandoned = false;
  const environment = environmentOn({
    execute(request) {
      requests.push(request);
      return response;
    },
    async *fetchResults({ format }, { signal }) {
      signal.addEventListener('abort', () => {
        abandoned = true;
      });
      if (format === ResultFormat.TABLEAU) {
        yield { batch: { case: 'text', value: '+----+\n' } };
        return;
      }
      for (const row of rows) yield batchOf(fields, [row]);
    },
  });
  return { environment, requests, isAbandoned: () => abandoned };
}

describe('commands', () => {
  it('go with the next request, in order, with their places', async () => {
    const { environment, requests } = answering();
    environment.getConfig().set('parallelism.default', 2);
    environment.createTemporaryView('v', environment.sqlQuery('SELECT 1')); // here: view
    environment.useDatabase('d');
    await environment.executeSql('SELECT 1'); // here: request
    await environment.executeSql('SELECT 2');
    expect(requests.map(({ commands }) => commands.map(({ command }) => command.case))).toEqual([
      ['setConfiguration', 'createTemporaryView', 'operation'],
      [],
    ]);
    expect(requests[0]?.commands[1]?.source).toMatchObject({
      file: import.meta.filename,
      line: lineOf(import.meta.filename, 'view'),
    });
    expect(requests[0]?.source).toMatchObject({ line: lineOf(import.meta.filename, 'request') });
  });

  it('make a table of the program known once', async () => {
    const { environment, requests } = answering();
    const table = defineTable('t', { id: BIGINT() }, { with: { connector: 'x' } });
    await environment.from(table).execute();
    await environment.from(table).executeInsert(table);
    expect(requests.map(({ commands }) => commands.length)).toEqual([1, 0]);
    expect(requests[0]?.commands[0]?.command).toMatchObject({
      case: 'createTemporaryTable',
      value: { path: '`t`', ignoreIfExists: true, table: { options: { connector: 'x' } } },
    });
    const other = defineTable('t', { x: BIGINT() }, { with: { connector: 'x' } });
    expect(await thrownBy(() => environment.from(other))).toMatchObject({ code: 'TABLE_ALREADY_EXISTS' });
  });
});

describe('results', () => {
  it('are rows, each with its kind', async () => {
    const { environment } = answering(
      [0, { id: 1n, name: 'a' }],
      [1, { id: 1n, name: 'a' }],
      [2, { id: 1n, name: null }],
    );
    const rows = [];
    for await (const row of (await environment.executeSql('SELECT')).collect()) rows.push(row);
    expect(rows).toEqual([
      { id: 1n, name: 'a' },
      { id: 1n, name: 'a' },
      { id: 1n, name: null },
    ]);
    expect(rows.map(getRowKind)).toEqual(['+I', '-U', '+U']);
  });

  it('are changes', async () => {
    const { environment } = answering([0, { id: 1n, name: 'a' }], [3, { id: 1n, name: 'a' }]);
    const changes = [];
    for await (const change of (await environment.executeSql('SELECT')).collectChangelog()) changes.push(change);
    expect(changes).toEqual([
      { kind: '+I', row: { id: 1n, name: 'a' } },
      { kind: '-D', row: { id: 1n, name: 'a' } },
    ]);
  });

  it('are abandoned by a reader that stops early', async () => {
    const { environment, isAbandoned } = answering([0, { id: 1n, name: 'a' }], [0, { id: 2n, name: 'b' }]);
    for await (const row of (await environment.executeSql('SELECT')).collect()) {
      expect(row.id).toBe(1n);
      break;
    }
    await vi.waitFor(() => expect(isAbandoned()).toBe(true));
  });

  it('can be waited for and then read, once', async () => {
    const { environment } = answering([0, { id: 1n, name: 'a' }]);
    const result = await environment.executeSql('SELECT');
    await result.await(1000);
    expect(await all(result.collect())).toHaveLength(1);
    const error = await thrownBy(() => result.collect());
    expect(error.code).toBe('RESULT_CONSUMED');
    expect(error.source?.file).toBe(import.meta.filename);
  });

  it('know their schema', async () => {
    const { environment } = answering();
    const schema = (await environment.executeSql('SELECT')).getResolvedSchema();
    expect(schema.getColumnNames()).toEqual(['id', 'name']);
    expect(schema.getColumnDataTypes().map(String)).toEqual(['BIGINT', 'STRING']);
    expect(String(schema)).toBe('(\n  `id` BIGINT,\n  `name` STRING\n)');
  });

  it('are printed as Flink prints them', async () => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      await (await answering().environment.executeSql('SELECT')).print();
      expect(written).toHaveBeenCalledWith('+----+\n');
    } finally {
      written.mockRestore();
    }
  });

  it('time out without a row', async () => {
    const environment = environmentOn({
      execute: () => response,
      async *fetchResults(_, { signal }) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
    });
    const result = await environment.executeSql('SELECT');
    expect(await thrownBy(() => result.await(20))).toMatchObject({
      code: 'TIMEOUT',
      reason: 'The query gave no row within 20 ms',
    });
  });
});

describe('jobs', () => {
  it('are asked, awaited and cancelled', async () => {
    const cancelled: string[] = [];
    const environment = environmentOn({
      execute: () => ({ ...response, query: false }),
      getJobStatus: () => ({ status: 'RUNNING' }),
      cancelJob({ jobId }) {
        cancelled.push(jobId);
        return {};
      },
      awaitJob({ timeoutMillis }) {
        if (timeoutMillis === 5n) throw failure('TIMEOUT', 'The job did not end within 5 ms');
        return { status: 'FINISHED', netRuntimeMillis: 7n };
      },
    });
    const result = await environment.executeSql('INSERT');
    const job = result.getJobClient();
    expect(job?.getJobID()).toBe('j');
    expect(await job?.getJobStatus()).toBe('RUNNING');
    await job?.cancel();
    expect(cancelled).toEqual(['j']);
    expect(await job?.getJobExecutionResult()).toEqual({ jobId: 'j', status: 'FINISHED', netRuntime: 7 });
    await result.await();
    expect(await thrownBy(() => result.await(5))).toMatchObject({ code: 'TIMEOUT' });
  });
});

describe('errors', () => {
  afterEach(() => vi.restoreAllMocks());

  it('say cause, hint and place, in this order, and keep what Java said', async () => {
    const environment = environmentOn({
      execute() {
        throw failure('SQL_PARSE_ERROR', "Encountered 'SELEC' at line 1, column 1", {
          hint: 'Check the statement.',
          javaClass: 'org.apache.flink.table.api.SqlParserException',
          javaStack: 'org.apache.flink.table.api.SqlParserException: SQL parse failed.\n\tat A.b(A.java:1)',
        });
      },
    });
    const error = await thrownBy(() => environment.executeSql('SELEC 1')); // here: wrong
    const [cause, hint, place] = error.message.split('\n');
    expect(cause).toBe("Encountered 'SELEC' at line 1, column 1");
    expect(hint).toBe('Check the statement.');
    const at = `session.test.ts:${lineOf(import.meta.filename, 'wrong')}:`;
    expect(place).toContain(at);
    expect(error.stack?.split('\n')[3]).toContain(at);
    expect(error.stack).not.toContain('packages/tsflink/src');
    expect(error.cause).toBeInstanceOf(JavaError);
    expect((error.cause as JavaError).javaStack).toContain('A.java:1');
    const shown = (await import('node:util')).inspect(error);
    expect(shown.startsWith(error.stack ?? '')).toBe(true);
    expect(shown.split('\n').slice(error.stack?.split('\n').length)).toEqual([
      '  [cause]: [JavaError: org.apache.flink.table.api.SqlParserException: SQL parse failed.]',
      '}',
    ]);
  });

  it('are those of the place that the gateway names', async () => {
    const environment = environmentOn({
      execute({ commands }) {
        throw failure('TABLE_NOT_FOUND', "Table 'nope' does not exist", { source: commands[0]?.source });
      },
    });
    environment.createTemporaryView('v', environment.from('nope')); // here: command
    const error = await thrownBy(() => environment.executeSql('SELECT 1'));
    expect(error).toMatchObject({
      code: 'TABLE_NOT_FOUND',
      source: { file: import.meta.filename, line: lineOf(import.meta.filename, 'command') },
    });
  });

  it('tell which function failed, with its row', async () => {
    const source = { file: '/src/f.ts', line: 3, column: 5 };
    const environment = environmentOn({
      execute: () => response,
      // biome-ignore lint/correctness/useYield: it fails
      async *fetchResults() {
        throw failure('FUNCTION_FAILED', 'Function f failed: boom', {
          function: { name: 'f', stack: 's', source, row: '(1)' },
        });
      },
    });
    const result = await environment.executeSql('SELECT');
    const error = await thrownBy(() => all(result.collect()));
    expect(error).toMatchObject({ code: 'FUNCTION_FAILED', source, function: { name: 'f', row: '(1)' } });
    expect(error.message).toContain('/src/f.ts:3:5');
  });

  it('say that the gateway is gone, and where its log is', async () => {
    const { ConnectError, Code } = await import('@connectrpc/connect');
    const environment = environmentOn({
      execute() {
        throw new ConnectError('connection refused', Code.Unavailable);
      },
    });
    const error = await thrownBy(() => environment.executeSql('SELECT 1'));
    expect(error).toMatchObject({ code: 'GATEWAY_LOST', retryable: true, hint: 'See its log: /logs/gateway.log' });
  });

  it('say that a request is too large', async () => {
    const { ConnectError, Code } = await import('@connectrpc/connect');
    const environment = environmentOn({
      execute() {
        throw new ConnectError('gRPC message exceeds maximum size 536870912', Code.ResourceExhausted);
      },
    });
    const error = await thrownBy(() => environment.executeSql('SELECT 1'));
    expect(error).toMatchObject({ code: 'REQUEST_TOO_LARGE', hint: expect.stringContaining('a file or a table') });
  });

  it('are known across copies of the package', () => {
    expect({ [Symbol.for('tsflink.FlinkError')]: true } instanceof FlinkError).toBe(true);
    expect(new TypeError('x') instanceof FlinkError).toBe(false);
  });
});

describe('environments', () => {
  it('refuse work once closed', async () => {
    const { environment } = answering();
    await environment.executeSql('SELECT 1');
    await environment.close();
    expect(await thrownBy(() => environment.executeSql('SELECT 1'))).toMatchObject({ code: 'ENVIRONMENT_CLOSED' });
    expect(await thrownBy(() => environment.dropTemporaryView('v'))).toMatchObject({ code: 'ENVIRONMENT_CLOSED' });
  });

  it('start nothing once closed', async () => {
    const connect = vi.fn();
    const environment = TableEnvironment.on(connect, EnvironmentSettings.inBatchMode());
    await environment.close();
    expect(await thrownBy(() => environment.executeSql('SELECT 1'))).toMatchObject({ code: 'ENVIRONMENT_CLOSED' });
    expect(connect).not.toHaveBeenCalled();
  });

  it('are not to be had inside a function', async () => {
    vi.stubGlobal('__tsflinkTask', true);
    try {
      expect(await thrownBy(() => TableEnvironment.create())).toMatchObject({ code: 'NOT_IN_FUNCTION' });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('refuse values that are not of their types', async () => {
    const { environment } = answering();
    const error = await thrownBy(() => environment.fromValues({ id: BIGINT() }, [{ id: 1n }, { id: 'x' as never }]));
    expect(error.code).toBe('VALUE_INVALID');
    expect(error.reason).toMatch(/^Row 2, at id: expected BIGINT \(bigint\), got string 'x'/);
  });
});
