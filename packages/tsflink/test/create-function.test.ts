import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadFunction } from '../src/functions/load-function.js';
import { CallSite } from '../src/source/call-site.js';
import { parseCreateFunction } from '../src/sql/create-function.js';
import { thrownBy } from './support/thrown.js';

describe('CREATE FUNCTION', () => {
  it.each([
    "CREATE FUNCTION f AS 'a.ts#f' LANGUAGE TYPESCRIPT",
    "create temporary function if not exists c.d.f as 'a.ts#f' language typescript",
    "\n-- LANGUAGE JAVA\nCREATE TEMPORARY SYSTEM FUNCTION `AS` /* AS 'b' */ AS 'a.ts#f'\n  LANGUAGE TypeScript;",
  ])('is told by its language: %s', (statement) => {
    const at = statement.search(/typescript/i);
    expect(parseCreateFunction(statement)).toEqual({ language: [at, at + 10], reference: 'a.ts#f' });
  });

  it.each([
    "CREATE FUNCTION f AS 'a.ts#f' LANGUAGE PYTHON",
    "CREATE FUNCTION f AS 'LANGUAGE TYPESCRIPT'",
    "SELECT 1 AS 'a.ts#f' LANGUAGE TYPESCRIPT",
    "CREATE VIEW v AS SELECT 'x' LANGUAGE TYPESCRIPT",
    "CREATE FUNCTION f AS 'a' -- LANGUAGE TYPESCRIPT",
  ])('leaves others to Flink: %s', (statement) => {
    expect(parseCreateFunction(statement)).toBeUndefined();
  });

  it('reads quotes in the name of a module', () => {
    expect(parseCreateFunction("CREATE FUNCTION f AS 'it''s.ts#f' LANGUAGE TYPESCRIPT")?.reference).toBe("it's.ts#f");
  });
});

describe('a function that a module exports', () => {
  const fixture = fileURLToPath(new URL('./fixtures/functions.ts', import.meta.url));
  const load = (reference: string) => loadFunction(reference, new CallSite());

  it('is found by its name, or is the default', async () => {
    expect((await load(`${fixture}#shout`)).name).toBe('shout');
    expect((await load(`${new URL('./fixtures/functions.ts', import.meta.url)}#shout`)).name).toBe('shout');
    expect((await load(fixture)).name).toBe('whisper');
  });

  it('is missed by name, with those that are there', async () => {
    const failure = await thrownBy(() => load(`${fixture}#shuot`));
    expect(failure).toMatchObject({ code: 'FUNCTION_NOT_FOUND', hint: expect.stringContaining('shout, default') });
    expect(failure.message).toContain('create-function.test.ts');
  });

  it.each([
    ['#plain', 'FUNCTION_INVALID', /'plain' of .* is no function of Flink/],
    ['.missing#f', 'FUNCTION_NOT_FOUND', /There is no module/],
    ['/../broken-module.ts#f', 'FUNCTION_LOAD_FAILED', /cannot be loaded: the module fails/],
  ])('is refused where it is none: %s', async (suffix, code, reason) => {
    expect(await thrownBy(() => load(fixture + suffix))).toMatchObject({ code, reason: expect.stringMatching(reason) });
  });

  it('is looked for in packages', async () => {
    expect(await thrownBy(() => load('fast-check#nothing'))).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      reason: "The module fast-check exports no 'nothing'",
    });
  });
});
