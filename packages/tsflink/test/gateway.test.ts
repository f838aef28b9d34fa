import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findDistribution } from '../src/gateway/distribution.js';
import { findJava } from '../src/gateway/java.js';
import { startGateway } from '../src/gateway/process.js';
import { thrownBy } from './support/thrown.js';

const directory = mkdtempSync(join(tmpdir(), 'tsflink-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

function jdk(name: string, version: string): string {
  const home = join(directory, name);
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'bin', 'java'), '#!/bin/sh\nexit 1\n');
  chmodSync(join(home, 'bin', 'java'), 0o755);
  writeFileSync(join(home, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
  return home;
}

describe('java', () => {
  it('is that of JAVA_HOME', () => {
    const home = jdk('jdk17', '17.0.15');
    expect(findJava({ JAVA_HOME: home, PATH: '' })).toBe(join(home, 'bin', 'java'));
  });

  it('is the first one on PATH', () => {
    const home = jdk('jdk21', '21');
    expect(findJava({ PATH: `${directory}:${join(home, 'bin')}` })).toBe(join(home, 'bin', 'java'));
  });

  it.each([['1.8.0_392'], ['11.0.2']])('is too old: %s', async (version) => {
    const home = jdk(`jdk-${version}`, version);
    const error = await thrownBy(() => findJava({ JAVA_HOME: home }));
    expect(error.code).toBe('JDK_UNSUPPORTED');
    expect(error.reason).toBe(`${join(home, 'bin', 'java')} is Java ${version}, and Java 17 or newer is needed`);
    expect(error.hint).toContain('JDK 17');
  });

  it('is not there', async () => {
    expect(await thrownBy(() => findJava({ PATH: directory }))).toMatchObject({
      code: 'JDK_NOT_FOUND',
      reason: 'There is no Java: JAVA_HOME is not set, and PATH has no java',
    });
    expect(await thrownBy(() => findJava({ JAVA_HOME: directory }))).toMatchObject({ code: 'JDK_NOT_FOUND' });
  });
});

describe('the distribution', () => {
  const home = join(directory, 'home');

  it('is not there', async () => {
    expect(await thrownBy(() => findDistribution({ TSFLINK_HOME: home }))).toMatchObject({
      code: 'DISTRIBUTION_NOT_FOUND',
      reason: `TSFLINK_HOME ${home} lacks lib/gateway`,
    });
  });

  describe('with jars', () => {
    beforeAll(() => {
      for (const [part, jar] of [
        ['flink', 'b.jar'],
        ['flink', 'a.jar'],
        ['gateway', 'g.jar'],
        ['flink', 'notes.txt'],
      ] as const) {
        mkdirSync(join(home, 'lib', part), { recursive: true });
        writeFileSync(join(home, 'lib', part, jar), '');
      }
      mkdirSync(join(home, 'conf'));
      writeFileSync(join(home, 'conf', 'jvm17.opts'), '');
    });

    it('gives them in an order that does not change', () => {
      const jars = [
        ['flink', 'a.jar'],
        ['flink', 'b.jar'],
        ['gateway', 'g.jar'],
      ].map((jar) => join(home, 'lib', ...jar));
      expect(findDistribution({ TSFLINK_HOME: home })).toEqual({
        home,
        classPath: jars.join(':'),
        options: [`@${join(home, 'conf', 'jvm17.opts')}`],
      });
    });
  });
});

describe('the gateway', () => {
  afterEach(() => vi.unstubAllEnvs());

  /** A JDK whose `java` is a script. */
  function javaThat(does: string): void {
    const home = jdk('fake', '17.0.1');
    writeFileSync(join(home, 'bin', 'java'), `#!/bin/sh\n${does}\n`);
    const distribution = join(directory, 'fake-home');
    mkdirSync(join(distribution, 'lib', 'gateway'), { recursive: true });
    writeFileSync(join(distribution, 'lib', 'gateway', 'g.jar'), '');
    vi.stubEnv('JAVA_HOME', home);
    vi.stubEnv('TSFLINK_HOME', distribution);
  }

  it('gets its token, and says where it is', async () => {
    javaThat(`read token; echo "{\\"address\\":\\"127.0.0.1:$(echo -n $token | wc -c)\\"}"; read rest`);
    const ended = vi.fn();
    const gateway = await startGateway(ended);
    expect(gateway).toMatchObject({ address: '127.0.0.1:64', token: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(ended).not.toHaveBeenCalled();
  });

  it("gets the options of its cluster, not those of jobs or what is nobody's to see", async () => {
    javaThat(`read token; echo "{\\"address\\":\\"$*\\"}"; read rest`);
    const options = { 'metrics.latency.interval': '5 s', 's3.secret-key': 'x', 'parallelism.default': '2' };
    const { address } = await startGateway(() => {}, options);
    expect(address).toMatch(/ org\.tsflink\.gateway\.Main -Dmetrics\.latency\.interval=5 s$/);
  });

  it('says why it cannot start', async () => {
    javaThat(
      `read token; echo '{"error":{"code":"RESOURCES_UNAVAILABLE","message":"No memory","hint":"Free some."}}'; exit 1`,
    );
    const error = await thrownBy(() => startGateway(() => {}));
    expect(error).toMatchObject({ code: 'RESOURCES_UNAVAILABLE', reason: 'No memory' });
    expect(error.hint).toMatch(/^Free some\.\nIts log: .*gateway-.*\.log$/);
  });

  it.each([
    ['ends', 'echo "no such option" >&2; exit 3', 'The gateway ended at its start (status 3)', 'no such option'],
    [
      'says something else',
      'echo hello; sleep 5',
      'The gateway printed what is not its first line: hello',
      'Its log: ',
    ],
    ['says nothing', 'exec sleep 5', 'The gateway was not ready within 0.3 s', 'Its log: '],
  ])('that %s', async (_, does, reason, hint) => {
    javaThat(does);
    const error = await thrownBy(() => startGateway(() => {}, {}, 300));
    expect(error).toMatchObject({ code: 'GATEWAY_START_FAILED', reason });
    expect(error.hint).toContain(hint);
  });
});
