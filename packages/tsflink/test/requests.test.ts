import { describe, expect, it } from 'vitest';
import type { ExecuteRequest } from '../src/generated/tsflink/v1/gateway_pb.js';
import { ResultKind } from '../src/generated/tsflink/v1/gateway_pb.js';
import { DataTypes, defineTable, EnvironmentSettings, FlinkError, TableEnvironment, udf } from '../src/index.js';
import { environmentOn, failure, fakeGateway } from './support/fake-gateway.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const { BIGINT, INT } = DataTypes;
const response = { resultId: 'r', resultKind: ResultKind.SUCCESS, query: false, jobId: 'j' };

/** What each request asked: its commands' keys or paths, then its statement. */
function asked(requests: readonly ExecuteRequest[]): string[][] {
  return requests.map(({ commands, statement }) => [
    ...commands.map(({ command }) => {
      const { key, path } = command.value as { key?: string; path?: string };
      return String(key ?? path ?? command.case);
    }),
    String(statement.value),
  ]);
}

/** An environment whose gateway notes what it is asked, and does what the test says first. */
function answering(before: (request: ExecuteRequest, index: number) => unknown = () => {}) {
  const requests: ExecuteRequest[] = [];
  const environment = environmentOn({
    async execute(request) {
      await before(request, requests.push(request) - 1);
      return response;
    },
    getJobStatus: () => ({ status: 'RUNNING' }),
  });
  return { environment, requests };
}

describe('requests', () => {
  it('go one after the other, in the order in which they were made', async () => {
    const done: string[] = [];
    const { environment } = answering(async ({ statement, commands }) => {
      if (commands.length > 0) await new Promise((resolve) => setImmediate(resolve));
      done.push(String(statement.value));
    });
    environment.getConfig().set('a', 1);
    await Promise.all([environment.executeSql('first'), environment.executeSql('second')]);
    expect(done).toEqual(['first', 'second']);
  });

  it('go on after one that failed', async () => {
    const { environment, requests } = answering((_, index) => {
      if (index === 0) throw failure('SQL_PARSE_ERROR', 'no');
    });
    const [first, second] = await Promise.allSettled([environment.executeSql('a'), environment.executeSql('b')]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
    expect(asked(requests)).toEqual([['a'], ['b']]);
  });
});

describe('commands', () => {
  it('are kept when nothing could be sent', async () => {
    let failing = true;
    const requests: ExecuteRequest[] = [];
    const gateway = fakeGateway({
      execute(request) {
        requests.push(request);
        return response;
      },
    });
    const flaky = TableEnvironment.on(async () => {
      if (failing) throw new FlinkError('JDK_NOT_FOUND', 'There is no Java');
      return gateway;
    }, EnvironmentSettings.inBatchMode());
    flaky.getConfig().set('a', 1);
    expect(await thrownBy(() => flaky.executeSql('x'))).toMatchObject({ code: 'JDK_NOT_FOUND' });
    failing = false;
    flaky.getConfig().set('b', 1);
    await flaky.executeSql('y');
    expect(asked(requests)).toEqual([['a', 'b', 'y']]);
  });

  it('after one that failed go with the next request, before what was asked since', async () => {
    const { environment, requests } = answering(({ commands }, index) => {
      if (index === 0) {
        throw failure('CONFIGURATION_INVALID', 'bad b', { failedCommand: 1, source: commands[1]?.source });
      }
    });
    environment.getConfig().set('a', 1);
    environment.getConfig().set('b', 'x'); // here: wrong
    environment.getConfig().set('c', 1).set('d', 1);
    const failed = thrownBy(() => environment.executeSql('first'));
    environment.getConfig().set('e', 1);
    await environment.executeSql('second');
    expect(asked(requests)).toEqual([
      ['a', 'b', 'c', 'd', 'first'],
      ['c', 'd', 'e', 'second'],
    ]);
    const error = await failed;
    expect(error).toMatchObject({ code: 'CONFIGURATION_INVALID', reason: 'bad b' });
    expect(error.hint).toBe('The 2 other calls that waited with it go with the next request.');
    expect(error.source?.line).toBe(lineOf(import.meta.filename, 'wrong'));
  });

  it('are not run again when the statement fails', async () => {
    const { environment, requests } = answering((_, index) => {
      if (index === 0) throw failure('SQL_PARSE_ERROR', 'no');
    });
    environment.getConfig().set('a', 1);
    expect(await thrownBy(() => environment.executeSql('first'))).toMatchObject({ code: 'SQL_PARSE_ERROR' });
    await environment.executeSql('second');
    expect(asked(requests)).toEqual([['a', 'first'], ['second']]);
  });

  it('that failed are tried again when what they make known is used', async () => {
    const { environment, requests } = answering((_, index) => {
      if (index === 0) throw failure('CONNECTOR_NOT_FOUND', 'no x', { failedCommand: 0 });
    });
    const table = defineTable('t', { id: BIGINT() }, { with: { connector: 'x' } });
    expect(await thrownBy(() => environment.from(table).execute())).toMatchObject({ code: 'CONNECTOR_NOT_FOUND' });
    await environment.from(table).execute();
    expect(requests.map(({ commands }) => commands.length)).toEqual([1, 1]);
  });

  it('with a function that cannot be shipped fail alone', async () => {
    const { environment, requests } = answering();
    // @ts-expect-error there is none
    const importing = () => import('./no-such-module.js') as never;
    const stuck = udf({ name: 'stuck', args: [INT()], returns: INT() }, importing);
    environment.getConfig().set('a', 1);
    environment.createTemporarySystemFunction('stuck', stuck); // here: registered
    environment.getConfig().set('b', 1);
    const error = await thrownBy(() => environment.executeSql('first'));
    expect(error.message).toContain('no-such-module');
    expect(error.hint).toContain('The 2 other calls that waited with it go with the next request.');
    expect(error.stack).toContain(`requests.test.ts:${lineOf(import.meta.filename, 'registered')}`);
    await environment.executeSql('second');
    expect(asked(requests)).toEqual([['a', 'b', 'second']]);
  });

  it('are left alone by questions about jobs', async () => {
    const { environment, requests } = answering();
    const job = (await environment.executeSql('INSERT')).getJobClient();
    environment.getConfig().set('a', 1);
    expect(await job?.getJobStatus()).toBe('RUNNING');
    await environment.executeSql('x');
    expect(asked(requests)).toEqual([['INSERT'], ['a', 'x']]);
  });
});
