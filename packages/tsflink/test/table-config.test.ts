import { describe, expect, it } from 'vitest';
import { EnvironmentSettings } from '../src/index.js';
import { environmentOn } from './support/fake-gateway.js';
import { thrownBy } from './support/thrown.js';

const environment = environmentOn({});

describe('an option', () => {
  it.each<[string, string | number | boolean]>([
    ['table.exec.mini-batch.enabled', true],
    ['table.exec.mini-batch.enabled', 'TRUE'],
    ['parallelism.default', 2],
    ['table.exec.state.ttl', '36 h'],
    ['table.exec.state.ttl', '0'],
    ['taskmanager.memory.process.size', '1728m'],
    ['execution.checkpointing.mode', 'exactly-once'],
    ['execution.runtime-mode', 'batch'],
    ['my.own.option', 'anything'],
    ['s3.access-key', 'x'],
  ])('%s = %s is taken', (key, value) => {
    environment.getConfig().set(key, value as string);
  });

  it.each<[string, unknown, string]>([
    ['table.exec.mini-batch.enabled', 'yes', 'It takes a boolean.'],
    ['parallelism.default', 'two', 'It takes an integer.'],
    ['table.exec.state.ttl', '1 fortnight', "It takes a duration, such as '5 s' or '2 min'."],
    ['taskmanager.memory.process.size', 'much', "It takes a size of memory, such as '64 mb'."],
    ['execution.checkpointing.mode', 'MAYBE_ONCE', 'It takes one of: EXACTLY_ONCE, AT_LEAST_ONCE.'],
    ['parallelism.defualt', 2, "Did you mean 'parallelism.default'?"],
  ])('%s = %s is refused where it is set', async (key, value, hint) => {
    const error = await thrownBy(() => environment.getConfig().set(key, value as string));
    expect(error).toMatchObject({ code: 'CONFIGURATION_INVALID', source: { file: import.meta.filename } });
    expect(error.message).toContain(key);
    expect(error.hint).toBe(hint);
    const settings = EnvironmentSettings.newInstance();
    expect(await thrownBy(() => settings.withConfiguration({ [key]: value as string }))).toMatchObject({ hint });
  });

  it('of a time zone is checked', async () => {
    environment.getConfig().setLocalTimeZone('Europe/Berlin').setLocalTimeZone('UTC+02:00').setLocalTimeZone('UTC');
    const error = await thrownBy(() => environment.getConfig().setLocalTimeZone('Europe/Berln'));
    expect(error).toMatchObject({ code: 'CONFIGURATION_INVALID', reason: "'Europe/Berln' is no time zone" });
  });
});

it('settings say what they have', () => {
  const settings = EnvironmentSettings.newInstance()
    .inBatchMode()
    .withBuiltInCatalogName('c')
    .withConfiguration({ 'parallelism.default': 2 })
    .withConfiguration({ 'table.exec.state.ttl': '1 h' })
    .build();
  expect([settings.isStreamingMode(), settings.getBuiltInCatalogName(), settings.getBuiltInDatabaseName()]).toEqual([
    false,
    'c',
    'default_database',
  ]);
  expect(settings.getConfiguration()).toEqual({ 'parallelism.default': '2', 'table.exec.state.ttl': '1 h' });
});
