/** Ports of a cluster, all on the loopback interface. */
export interface ClusterPorts {
  readonly rest: number;
  readonly rpc: number;
  readonly blob: number;
}

/** Flink's configuration of a session cluster on one machine, as its config.yaml. */
export function clusterConfig(ports: ClusterPorts, options: { slots: number; temporary: string }): string {
  return Object.entries({
    'jobmanager.rpc.address': '127.0.0.1',
    'jobmanager.rpc.port': ports.rpc,
    'jobmanager.bind-host': '127.0.0.1',
    'jobmanager.memory.process.size': '1024m',
    'rest.address': '127.0.0.1',
    'rest.bind-address': '127.0.0.1',
    'rest.port': ports.rest,
    'blob.server.port': ports.blob,
    'io.tmp.dirs': options.temporary,
    'taskmanager.host': '127.0.0.1',
    'taskmanager.bind-host': '127.0.0.1',
    'taskmanager.numberOfTaskSlots': options.slots,
    // A TaskManager that is not started by Flink's scripts needs every part of its memory given.
    'taskmanager.cpu.cores': 1,
    'taskmanager.memory.task.heap.size': '384m',
    'taskmanager.memory.task.off-heap.size': '256m',
    'taskmanager.memory.framework.heap.size': '128m',
    'taskmanager.memory.framework.off-heap.size': '128m',
    'taskmanager.memory.network.min': '64m',
    'taskmanager.memory.network.max': '64m',
    'taskmanager.memory.managed.size': '128m',
    'taskmanager.memory.jvm-metaspace.size': '384m',
    'taskmanager.memory.jvm-overhead.min': '128m',
    'taskmanager.memory.jvm-overhead.max': '128m',
    'parallelism.default': 1,
    // Where the runtime is on the class path, a copy that a job brings is not loaded again.
    'classloader.parent-first-patterns.additional': 'org.tsflink.;com.caoccao.javet.',
  })
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** The options of the JVMs: heap, direct memory and metaspace as the configuration says. */
export const JOB_MANAGER_MEMORY = ['-Xms128m', '-Xmx512m', '-XX:MaxMetaspaceSize=256m'];
export const TASK_MANAGER_MEMORY = [
  '-Xms128m',
  '-Xmx512m',
  '-XX:MaxDirectMemorySize=448m',
  '-XX:MaxMetaspaceSize=384m',
  // Flink holds the classes that it generates for a job by soft references: they go some seconds after the job, not
  // minutes.
  '-XX:SoftRefLRUPolicyMSPerMB=10',
];
