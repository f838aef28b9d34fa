import type { ModelDescriptor } from '../catalog/model-descriptor.js';
import { type Options, texts } from '../catalog/options.js';
import { CallSite } from '../source/call-site.js';
import { columnNotFound } from '../table/projection.js';
import { Table } from '../table/table.js';
import type { Untyped } from '../types/untyped.js';
import type { Flat } from '../types/values.js';
import type { Session } from './session.js';

/**
 * A model: given columns of a table, it adds columns of its own, as `ML_PREDICT` in SQL. Maps to Flink's `Model`.
 * @example
 * const labelled = tEnv.fromModel('sentiment').predict(tEnv.from('comments'), ['text']);
 */
export class Model<In = Untyped, out Out = Untyped> {
  declare readonly inputType: In;

  /** @internal Models come from an environment. */
  constructor(
    private readonly session: Session,
    private readonly model: string | ModelDescriptor<In, Out>,
  ) {}

  /**
   * The table with what the model says of each row. The columns are given in the order of the model's input.
   * @param options of this use of the model, such as `{ async: true }`
   */
  predict<S>(table: Table<S>, columns: readonly (keyof S & string)[], options: Options = {}): Table<Flat<S & Out>> {
    const site = new CallSite();
    const missing = table.columns && columns.find((name) => !table.columns?.includes(name));
    if (missing !== undefined) throw columnNotFound({ name: missing, site }, table.columns ?? []);
    const { model } = this;
    const output = typeof model === 'string' ? undefined : model.getOutputSchema()?.spec.columns;
    const relation = {
      kind: 'modelPredict',
      model,
      columns,
      options: texts(options),
      inputs: [table.relation],
      site,
    } as const;
    const all = table.columns && output && [...table.columns, ...output.map((column) => column.name)];
    return new Table(this.session, relation, all);
  }
}
