import type { CallSite } from '../source/call-site.js';
import type { FunctionDefinition } from './definition.js';

/** Called where a program uses a function: in an expression, by a name. */
type OnUse = (definition: FunctionDefinition, site: CallSite) => void;

let onUse: OnUse = () => {};

/** Says what is done where a function is used. Only jobs say it: functions, which run elsewhere, do not bring it along. */
export function watchUses(watcher: OnUse): void {
  onUse = watcher;
}

/** Takes note that a program uses a function. */
export function used(definition: FunctionDefinition, site: CallSite): void {
  onUse(definition, site);
}
