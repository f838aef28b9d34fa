import { describe, expect, it } from 'vitest';
import { checkJavaNames } from '../src/environment/function-jar.js';
import { CallSite } from '../src/source/call-site.js';
import { thrownBy } from './support/thrown.js';

describe('a jar of functions', () => {
  it('takes names of Java', () => {
    expect(() => checkJavaNames('com.acme', ['ip_to_province', 'f2'], new CallSite())).not.toThrow();
  });

  it.each([
    ['com.acme', ['class'], "'class' is no name"],
    ['com.2', ['f'], "'2' is no name"],
    ['', ['f'], "'' is no name"],
    ['com.acme', ['größe'], "'größe' is no name"],
    ['com.acme', ['f; System.exit(1)'], 'is no name'],
    ['com.acme', [], 'There is no function'],
  ])('refuses others: %s %j', async (packageName, classes, reason) => {
    const failure = await thrownBy(() => checkJavaNames(packageName, classes, new CallSite()));
    expect(failure).toMatchObject({ code: 'ARGUMENT_INVALID', reason: expect.stringContaining(reason) });
  });
});
