import type { ModelDescriptor } from '../catalog/model-descriptor.js';
import { type Options, texts } from '../catalog/options.js';
import { CallSite } from '../source/call-site.js';
import type { CheckDisjoint } from '../table/checks.js';
import { columnDuplicate, columnNotFound } from '../table/projection.js';
import type { Merge } from '../table/schema-types.js';
import { Table } from '../table/table.js';
import type { Fits } from '../types/casting.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { Session } from './session.js';

/** The columns of a table that a model takes: those of the type of one of its input. */
type InputColumn<S, In> =
  IsUntyped<S> extends true
    ? string
    : IsUntyped<In> extends true
      ? keyof S & string
      : {
          [K in keyof S & string]: true extends { [I in keyof In]: Fits<S[K], In[I]> }[keyof In] ? K : never;
        }[keyof S & string];

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
   * The table with what the model says of each row. The columns are given in the order of the model's input, and the
   * table must not have columns of the names of the output.
   * @param options of this use of the model, such as `{ async: true }`
   */
  predict<S>(
    table: CheckDisjoint<S, Out> & Table<S>,
    columns: readonly InputColumn<S, In>[],
    options: Options = {},
  ): Table<Merge<S, Out>> {
    const site = new CallSite();
    const missing = table.columns && columns.find((name) => !table.columns?.includes(name));
    if (missing !== undefined) throw columnNotFound({ name: missing, site }, table.columns ?? []);
    const { model } = this;
    const output = typeof model === 'string' ? undefined : model.getOutputSchema()?.spec.columns;
    const twice = output?.find((column) => table.columns?.includes(column.name));
    if (twice !== undefined) throw columnDuplicate(twice.name);
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
