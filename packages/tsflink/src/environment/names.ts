import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { used } from '../functions/first-use.js';
import type { CommandNode } from '../plan/command.js';
import type { CallSite } from '../source/call-site.js';
import type { TableDef, TableDefinition } from '../table/table-def.js';

/** What an environment has made known to Flink: tables of the program, and functions under names. */
export class Names {
  private readonly tables = new Map<string, TableDef>();
  private readonly functions = new Map<string, FunctionDefinition>();

  constructor(private readonly enqueue: (command: CommandNode) => void) {}

  /** Creates a table, unless it was. Throws TABLE_ALREADY_EXISTS for another one of that name. */
  table(table: TableDef, site: CallSite): void {
    const known = this.tables.get(table.name);
    if (known === table) return;
    if (known !== undefined) {
      throw new FlinkError('TABLE_ALREADY_EXISTS', `Two tables are defined as '${table.name}'`, {
        hint: 'Give each a name of its own, or define it once and import it.',
        source: table.site.position,
        callSite: site,
      });
    }
    this.lookup(table.definition, site);
    this.tables.set(table.name, table);
    this.enqueue({ kind: 'createTemporaryTable', path: table.path, table, ignoreIfExists: true, site });
  }

  /** The name under which SQL knows a function; creates it if need be. */
  function(definition: FunctionDefinition, site: CallSite): string {
    let name = definition.name;
    for (let i = 2; this.functions.has(name) && this.functions.get(name) !== definition; i++) {
      name = `${definition.name}_${i}`;
    }
    if (!this.functions.has(name)) this.createFunction(name, definition, site);
    return name;
  }

  /** Creates the function that looks a table up, unless it was. Throws FUNCTION_ALREADY_EXISTS for another one. */
  lookup({ lookup }: TableDefinition, site: CallSite): void {
    if (lookup && this.functions.get(lookup.name) !== lookup) this.createFunction(lookup.name, lookup, site);
  }

  /** Creates a function under a name. Throws FUNCTION_ALREADY_EXISTS. */
  createFunction(name: string, definition: FunctionDefinition, site: CallSite): void {
    if (this.functions.has(name)) {
      throw new FlinkError('FUNCTION_ALREADY_EXISTS', `There is a temporary function '${name}' already`, {
        hint: `Drop it first: dropTemporarySystemFunction('${name}').`,
        callSite: site,
      });
    }
    used(definition, site);
    this.functions.set(name, definition);
    this.enqueue({ kind: 'createTemporarySystemFunction', name, definition, site });
  }

  /** Forgets a function that is dropped. */
  forgetFunction(name: string): void {
    this.functions.delete(name);
  }

  /** Forgets a table that is dropped: its next use creates it anew. */
  forgetTable(name: string): void {
    this.tables.delete(name);
  }

  /** Forgets what a command was to make known, as it failed: its next use tries again. */
  forget(command: CommandNode): void {
    if (command.kind === 'createTemporaryTable') this.tables.delete(command.table.name);
    if (command.kind === 'createTemporarySystemFunction') this.functions.delete(command.name);
  }
}
