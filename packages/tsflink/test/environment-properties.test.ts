import { EnvironmentSettings } from 'tsflink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { environmentProperties } from '../src/environment/environment-properties.js';

afterEach(() => vi.unstubAllEnvs());

describe('FLINK_PROPERTIES', () => {
  it('has an option in each line', () => {
    expect(environmentProperties('')).toEqual({});
    expect(
      environmentProperties("# by CI\nparallelism.default: 2\n\n  rest.address : flink:8081\npipeline.name: it's\n"),
    ).toEqual({ 'parallelism.default': '2', 'rest.address': 'flink:8081', 'pipeline.name': "it's" });
  });

  it('is part of all settings, where the program does not say otherwise', () => {
    vi.stubEnv('FLINK_PROPERTIES', 'parallelism.default: 2\nexecution.target: remote');
    const settings = EnvironmentSettings.newInstance().withConfiguration({ 'parallelism.default': 3 }).build();
    expect(settings.getConfiguration()).toEqual({ 'parallelism.default': '3', 'execution.target': 'remote' });
    expect(EnvironmentSettings.inBatchMode().getConfiguration()).toMatchObject({ 'parallelism.default': '2' });
  });

  it.each([
    ['parallelism.default=2', "FLINK_PROPERTIES has the line 'parallelism.default=2'"],
    ['parallelism.default: many', "The option 'parallelism.default' cannot have the value 'many'"],
    ['paralelism.default: 2', "There is no option 'paralelism.default'"],
  ])('is refused where Flink has no use for it: %s', (text, reason) => {
    expect(() => environmentProperties(text)).toThrow(
      expect.objectContaining({ code: 'CONFIGURATION_INVALID', reason }),
    );
  });
});
