import { describe, expect, it, vi } from 'vitest';
import { isAlive, Program } from './setup/program.js';

const patience = { timeout: 90_000, interval: 200 };

// each program starts a gateway of its own: slow on a busy machine
describe('a program and its gateway', { timeout: 240_000 }, () => {
  it('end by themselves when nothing more is to be done', async () => {
    const { output, status } = await new Program('open-result').ended;
    expect(output).toBe('a row came\n');
    expect(status).toBe(0);
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('end together, by %s', async (signal) => {
    const program = new Program('endless');
    await vi.waitFor(() => expect(program.output).toContain('.'), patience);
    const { gateway } = program;
    expect(isAlive(gateway)).toBe(true);
    program.kill(signal);
    await program.ended;
    await vi.waitFor(() => expect(isAlive(gateway)).toBe(false), patience);
  });

  it('say that the gateway is gone when it is killed', async () => {
    const program = new Program('endless');
    await vi.waitFor(() => expect(program.output).toContain('.'), patience);
    process.kill(program.gateway, 'SIGKILL');
    const { output, status } = await program.ended;
    expect(output).toContain('FlinkError [GATEWAY_LOST]: The gateway is gone');
    expect(output).toMatch(/endless\.ts:6/);
    expect(status).toBe(1);
  });

  it('end at an error that nobody catches, which fits on a screen', async () => {
    const { output, status } = await new Program('uncaught').ended;
    expect(status).toBe(1);
    expect(output).toContain("FlinkError [COLUMN_NOT_FOUND]: There is no column 'nmae'");
    expect(output).toContain("Did you mean 'name'?");
    expect(output).toMatch(/at .*uncaught\.ts:5:\d+/);
    expect(output.split('\n').length).toBeLessThan(20);
  });
});
