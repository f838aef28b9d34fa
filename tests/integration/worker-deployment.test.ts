import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { authority, signed } from './setup/certificates.js';
import { TOKEN, WorkerServerProcess } from './setup/worker-server.js';

// What Kubernetes would be given, as far as the tests read it.
interface Container {
  readonly name: string;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly resources: { readonly limits: { readonly memory: string; readonly cpu: string } };
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
}
interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}
interface PodSpec {
  readonly terminationGracePeriodSeconds: number;
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
}
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Record<string, unknown>;
}

const root = join(import.meta.dirname, '../..');
const deploy = (name: string) => readFileSync(join(root, 'deploy/worker', name), 'utf8');
const directory = mkdtempSync(join(tmpdir(), 'tsflink-test-'));
const servers: WorkerServerProcess[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  rmSync(directory, { recursive: true });
});

beforeAll(async () => {
  const { cert, key } = await signed('tsflink-worker', await authority('tests'));
  for (const [name, text] of Object.entries({ token: TOKEN, 'tls.crt': cert, 'tls.key': key })) {
    writeFileSync(join(directory, name), text);
  }
});

/** The command of the image, with `tsflink` as its package says. */
function entrypoint(): string[] {
  const json = /^ENTRYPOINT (\[.*\])$/m.exec(deploy('Dockerfile'))?.[1] ?? '[]';
  const [program, ...args] = JSON.parse(json) as string[];
  const { bin } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  return [process.execPath, join(root, 'packages/cli', bin[program ?? ''] ?? `no ${program}`), ...args];
}

function manifests(name: string): Manifest[] {
  return parseAllDocuments(deploy(name)).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifest;
  });
}

/** Runs what a container would, on loopback and ports of its own, with files of the tests in its volumes. */
async function run(args: readonly string[]): Promise<WorkerServerProcess> {
  const files = args.map((arg) => arg.replace(/\/etc\/tsflink\/(token|tls)/, directory));
  const server = await WorkerServerProcess.run([...entrypoint(), ...files, '--host', '127.0.0.1', '--port', '0'], {});
  servers.push(server);
  return server;
}

async function check(pod: PodSpec, container: Container): Promise<void> {
  const { args = [] } = container;
  expect(container.command).toBeUndefined(); // the image's
  const grace = /^--grace-period=(\d+)$/m.exec(args.join('\n'))?.[1] ?? '10';
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(grace));
  for (const { name } of container.volumeMounts) expect(pod.volumes.map((volume) => volume.name)).toContain(name);
  for (const arg of args.filter((each) => each.includes('=/'))) {
    const path = arg.split('=')[1] ?? '';
    expect(container.volumeMounts.some(({ mountPath }) => path.startsWith(`${mountPath}/`))).toBe(true);
  }
  expect(container.resources.limits.memory).toMatch(/^\d+[MG]i$/);
  const tasks = Number(/^--max-tasks=(\d+)$/m.exec(args.join('\n'))?.[1]);
  expect(Number.parseInt(container.resources.limits.memory, 10)).toBeGreaterThanOrEqual(tasks * (2 * 256 + 128) + 128);

  const server = await run(args);
  const status = /"--status-port", "(\d+)"/.exec(deploy('Dockerfile'))?.[1];
  for (const { httpGet } of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
    expect(container.ports?.find(({ name }) => name === httpGet.port)?.containerPort).toBe(Number(status));
    expect((await server.status(httpGet.path)).status).toBe(200);
  }
  expect(await server.end()).toBe(0);
}

describe('the image and manifests of external workers', () => {
  it('run as a service', async () => {
    const [service, deployment, policy] = manifests('kubernetes.yaml') as [Manifest, Manifest, Manifest];
    expect(service).toMatchObject({ apiVersion: 'v1', kind: 'Service', spec: { clusterIP: 'None' } });
    expect(policy).toMatchObject({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' });
    expect(deployment).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment' });
    const { selector, template } = deployment.spec as {
      selector: { matchLabels: object };
      template: { metadata: { labels: object }; spec: PodSpec };
    };
    expect(template.metadata.labels).toMatchObject(selector.matchLabels);
    expect(service.spec.selector).toEqual(selector.matchLabels);
    const [container] = template.spec.containers as [Container];
    expect(container.args?.join(' ')).toContain('--tls-cert=');
    expect(service.spec.ports).toEqual([expect.objectContaining({ port: 6150, targetPort: 'worker' })]);
    await check(template.spec, container);
  });

  it('run beside a TaskManager', async () => {
    const [pod] = manifests('taskmanager-pod-template.yaml') as [Manifest];
    expect(pod).toMatchObject({ apiVersion: 'v1', kind: 'Pod' });
    const spec = pod.spec as unknown as PodSpec;
    const [main, worker] = spec.containers as [Container, Container];
    expect(main.name).toBe('flink-main-container');
    expect(worker.args).toContain('--host=127.0.0.1');
    await check(spec, worker);
  });
});
