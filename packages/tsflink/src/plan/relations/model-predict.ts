import type { ModelDescriptor } from '../../catalog/model-descriptor.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Model.predict(table, columns, options)` */
export interface ModelPredict extends RelationBase {
  readonly kind: 'modelPredict';
  /** The path of the model, or the model. */
  readonly model: string | ModelDescriptor;
  readonly columns: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

/** Puts a prediction into the form in which it travels. */
export const encodeModelPredict: EncodeRelation<ModelPredict> = ({ model, columns, options }, [input], expression) => ({
  case: 'modelPredict',
  value: {
    input: input ?? 0,
    model:
      typeof model === 'string' ? { case: 'path', value: model } : { case: 'inline', value: model.encode(expression) },
    columns: [...columns],
    options: { ...options },
  },
});
