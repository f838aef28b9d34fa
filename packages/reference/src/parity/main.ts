// Writes docs/parity.md; with --check, fails where it is not what it should be.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublicApi } from '../api/public-api.js';
import { root } from '../root.js';
import { account } from './account.js';
import { javaMembers, pathOf, pyFlinkMembers } from './member.js';
import { count, report } from './report.js';
import { readRules } from './rules.js';

const page = join(root, 'docs/parity.md');
/** How many members may be missing: the number only falls. */
const limitFile = join(root, 'tests/parity/missing.json');

const accounted = account([...pyFlinkMembers(), ...javaMembers()], readPublicApi(), readRules());
const counts = count(accounted.states.values());
const text = report(accounted);
const missing = [...accounted.states].filter(([, { kind }]) => kind === 'missing').map(([member]) => pathOf(member));
const limit = (JSON.parse(readFileSync(limitFile, 'utf8')) as { missing: number }).missing;

const problems: string[] = [];
if (accounted.stale.length > 0) {
  problems.push(`Rules in tests/parity/reasons that no member needs:\n  ${accounted.stale.join('\n  ')}`);
}
if (counts.missing > limit) {
  problems.push(`${counts.missing} members are missing, and ${limit} may be: see \`npm run parity -- --missing\`.`);
}
if (process.argv.includes('--check')) {
  if (readFileSync(page, 'utf8') !== text) problems.push('docs/parity.md is not up to date: run `npm run parity`.');
} else {
  writeFileSync(page, text);
  writeFileSync(limitFile, `{ "missing": ${Math.min(limit, counts.missing)} }\n`);
}
if (process.argv.includes('--missing')) console.log(missing.join('\n'));
console.log(`parity: ${counts.covered} covered, ${counts.reasoned} reasoned, ${counts.missing} missing`);
if (problems.length > 0) {
  console.error(problems.join('\n\n'));
  process.exitCode = 1;
}
