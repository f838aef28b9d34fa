import type { PublicExport } from '../api/public-api.js';
import { type Member, pathOf } from './member.js';
import type { Rules } from './rules.js';

/** What became of a member of Flink. */
export type State =
  | { readonly kind: 'covered'; readonly as: string }
  | { readonly kind: 'reasoned'; readonly reason: string }
  | { readonly kind: 'missing' };

export interface Account {
  readonly states: ReadonlyMap<Member, State>;
  /** Rules that no member needs: it exists by now, or was never there. */
  readonly stale: readonly string[];
}

/** Says for each member whether it is covered, reasoned or missing. */
export function account(members: readonly Member[], api: ReadonlyMap<string, PublicExport>, rules: Rules): Account {
  const states = new Map<Member, State>();
  const needed = new Set<unknown>();
  const paths = new Set(members.flatMap((member) => [member.owner, pathOf(member)]));
  for (const member of members) {
    const path = pathOf(member);
    const as = find(member, api, rules);
    const reason = as === undefined ? rules.reasons.find(({ matches }) => matches(path)) : undefined;
    needed.add(reason);
    states.set(member, stateOf(member, as, reason?.text));
  }
  const unknown = [...rules.classes.keys(), ...rules.members.keys()].filter((path) => !paths.has(path));
  const unneeded = rules.reasons.filter((reason) => !needed.has(reason));
  return { states, stale: [...unknown, ...unneeded.map(({ file, pattern }) => `${pattern} (${file})`)] };
}

function stateOf({ deprecated, origin }: Member, as: string | undefined, reason: string | undefined): State {
  if (as !== undefined) return { kind: 'covered', as };
  if (reason !== undefined) return { kind: 'reasoned', reason };
  return deprecated ? { kind: 'reasoned', reason: `Deprecated in ${origin}` } : { kind: 'missing' };
}

/** The name under which a member is here; undefined if it is not. */
function find(member: Member, api: ReadonlyMap<string, PublicExport>, rules: Rules): string | undefined {
  const target = rules.members.get(pathOf(member));
  const [targetExport, targetMember] = target?.includes('.') ? target.split('.') : [undefined, target];
  if (targetExport !== undefined) return has(api, targetExport, targetMember ?? '');
  if (target !== undefined && api.has(target)) return target;
  const exports = rules.classes.get(member.owner) ?? (member.className === '' ? [] : [member.className]);
  if (member.name === '') return exports.find((name) => api.has(name));
  const name = targetMember ?? camelCase(member.name);
  if (member.className === '') return api.has(name) ? name : undefined;
  for (const owner of exports) {
    const found = has(api, owner, name) ?? has(api, owner, member.name);
    if (found !== undefined) return found;
  }
  // a class within a class: Table.Builder is TableBuilder
  const nested = `${member.className}${member.name}`;
  return /^[A-Z][a-z]/.test(member.name) && api.has(nested) ? nested : undefined;
}

function has(api: ReadonlyMap<string, PublicExport>, owner: string, name: string): string | undefined {
  const found = api.get(owner);
  if (found?.members.has(name) || found?.statics.has(name)) return `${owner}.${name}`;
  return found?.literals.has(name) ? `${owner} '${name}'` : undefined;
}

/** `list_full_modules` → `listFullModules`; what is no snake_case stays. */
export function camelCase(name: string): string {
  return /^[a-z0-9]+(_[a-z0-9]+)*_?$/.test(name)
    ? name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/_$/, '')
    : name;
}
