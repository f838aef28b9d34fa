const HEARTBEAT_MS = 15_000;

/** Shows a step while it runs, and how long it took; where the output is no terminal, that it still runs. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(0);
  const tick = stdout.isTTY
    ? () => stdout.write(`\r… ${title} (${seconds()} s)`)
    : () => stdout.write(`  … ${title} (${seconds()} s)\n`);
  stdout.write(stdout.isTTY ? `… ${title}` : `… ${title}\n`);
  const timer = setInterval(tick, stdout.isTTY ? 1_000 : HEARTBEAT_MS);
  try {
    const result = await run();
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }

  function end(mark: string): void {
    clearInterval(timer);
    stdout.write(`${stdout.isTTY ? '\r' : ''}${mark} ${title} (${seconds()} s)    \n`);
  }
}
