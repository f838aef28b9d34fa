import { describe, expect, it } from 'vitest';
import type { PublicExport } from '../src/api/public-api.js';
import { account, camelCase } from '../src/parity/account.js';
import { parseCsv } from '../src/parity/csv.js';
import type { Member } from '../src/parity/member.js';
import { report } from '../src/parity/report.js';
import type { Rules } from '../src/parity/rules.js';

const api = new Map<string, PublicExport>([
  ['Table', { members: new Set(['select', 'as']), statics: new Set(['prototype']), literals: new Set() }],
  ['TableBuilder', { members: new Set(['build']), statics: new Set(), literals: new Set() }],
  ['Status', { members: new Set(), statics: new Set(), literals: new Set(['RUNNING']) }],
  ['rowInterval', { members: new Set(), statics: new Set(), literals: new Set() }],
]);

const none: Rules = { classes: new Map(), members: new Map(), reasons: [] };

function member(owner: string, name: string, deprecated = false): Member {
  const className = /\.([A-Z]\w*)$/.exec(owner)?.[1] ?? '';
  return { origin: 'PyFlink', owner, className, name, deprecated };
}

function stateOf(one: Member, rules: Rules = none) {
  return account([one], api, rules).states.get(one);
}

const reason = (pattern: string) => ({
  pattern,
  text: 'Python only',
  file: 'f.json',
  matches: (path: string) => path === pattern,
});

describe('a member of Flink', () => {
  it.each<[string, Member, string]>([
    ['a method', member('p.Table', 'select'), 'Table.select'],
    ['a method that is a keyword in Python', member('p.Table', 'as_'), 'Table.as'],
    ['a class within a class', member('p.Table', 'Builder'), 'TableBuilder'],
    ['a value of an enum', member('p.Status', 'RUNNING'), "Status 'RUNNING'"],
    ['a class', member('p.Table', ''), 'Table'],
    ['a function of a module', member('p.expressions', 'row_interval'), 'rowInterval'],
  ])('is covered: %s', (_, one, as) => {
    expect(stateOf(one)).toEqual({ kind: 'covered', as });
  });

  it('is covered under the name that a rule gives', () => {
    const one = member('p.Table', 'alias');
    expect(stateOf(one)).toEqual({ kind: 'missing' });
    expect(stateOf(one, { ...none, members: new Map([['p.Table.alias', 'as']]) })).toMatchObject({ as: 'Table.as' });
    expect(stateOf(one, { ...none, members: new Map([['p.Table.alias', 'TableBuilder.build']]) })).toMatchObject({
      as: 'TableBuilder.build',
    });
    const renamed = member('p.Relation', 'select');
    expect(stateOf(renamed, { ...none, classes: new Map([['p.Relation', ['Table']]]) })).toMatchObject({
      as: 'Table.select',
    });
  });

  it('is not covered by a rule that names what is not there', () => {
    expect(stateOf(member('p.Table', 'alias'), { ...none, members: new Map([['p.Table.alias', 'nothing']]) })).toEqual({
      kind: 'missing',
    });
  });

  it('is left out for a reason, or because it is deprecated', () => {
    expect(stateOf(member('p.Table', 'to_pandas'), { ...none, reasons: [reason('p.Table.to_pandas')] })).toEqual({
      kind: 'reasoned',
      reason: 'Python only',
    });
    expect(stateOf(member('p.Table', 'old', true))).toMatchObject({ kind: 'reasoned' });
  });

  it('that is covered by now makes its reason stale', () => {
    const { stale } = account([member('p.Table', 'select')], api, {
      ...none,
      members: new Map([['p.Table.gone', 'as']]),
      reasons: [reason('p.Table.select')],
    });
    expect(stale).toEqual(['p.Table.gone', 'p.Table.select (f.json)']);
  });
});

it('names become camelCase, where they are snake_case', () => {
  expect(['list_full_modules', 'and_', 'CREATED', 'Builder'].map(camelCase)).toEqual([
    'listFullModules',
    'and',
    'CREATED',
    'Builder',
  ]);
});

it('fields of CSV may be quoted', () => {
  expect(parseCsv('a,b,c\n1,"x, ""y""",\n')).toEqual([{ a: '1', b: 'x, "y"', c: '' }]);
});

it('the report counts and lists', () => {
  const text = report(account([member('p.Table', 'select'), member('p.Table', 'gone')], api, none));
  expect(text).toContain('| [p.Table](#ptable) | 1 | 0 | 1 |');
  expect(text).toContain('| `select` | covered | `Table.select` |');
  expect(text).toContain('| `gone` | missing |  |');
});
