import { Counter, Gauge, Registry } from 'prom-client';

/** Why a call or a connection was refused. */
export type Refusal = 'token' | 'tls' | 'protocol' | 'version' | 'full' | 'stopping';

/** What a server counts, for Prometheus. */
export class ServerMetrics {
  readonly registry = new Registry();
  readonly #refused = new Counter({
    name: 'tsflink_worker_refused_total',
    help: 'Calls and connections that were refused: a wrong token, TLS that failed, what is no HTTP/2, another version, no room',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });
  readonly #started = new Counter({
    name: 'tsflink_worker_tasks_started_total',
    help: 'Workers that were started, one for each task',
    registers: [this.registry],
  });
  readonly #lost = new Counter({
    name: 'tsflink_worker_tasks_lost_total',
    help: 'Workers that ended before their task did',
    registers: [this.registry],
  });
  readonly #running = new Gauge({
    name: 'tsflink_worker_tasks',
    help: 'Workers that run now',
    registers: [this.registry],
  });

  constructor(maxTasks: number) {
    const most = new Gauge({
      name: 'tsflink_worker_tasks_max',
      help: 'How many workers may run at once',
      registers: [this.registry],
    });
    most.set(maxTasks);
    for (const reason of ['token', 'tls', 'protocol', 'version', 'full', 'stopping'] satisfies Refusal[]) {
      this.#refused.inc({ reason }, 0);
    }
  }

  refused(reason: Refusal): void {
    this.#refused.inc({ reason });
  }

  started(): void {
    this.#started.inc();
    this.#running.inc();
  }

  ended(lost: boolean): void {
    this.#running.dec();
    if (lost) this.#lost.inc();
  }
}
