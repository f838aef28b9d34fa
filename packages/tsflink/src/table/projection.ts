import { FlinkError } from '../errors/flink-error.js';
import { suggestion } from '../errors/suggest.js';
import { columnScope, isExpression, toNode } from '../expressions/build.js';
import { type ColumnNode, type ExpressionNode, nameOf, walk } from '../expressions/node.js';
import { CallSite } from '../source/call-site.js';

/** The names of a table's columns, where they are known. */
export type ColumnNames = readonly string[] | undefined;

/** The expressions of the arguments of `select` and the like: names, expressions, and callbacks that return them. */
export function expressionsOf(args: readonly unknown[], columns: ColumnNames): ExpressionNode[] {
  const site = new CallSite();
  const nodes = args.flatMap((arg) =>
    typeof arg === 'function' && !isExpression(arg) ? ofCallback(arg(columnScope()), site) : [ofArgument(arg, site)],
  );
  checkColumns(nodes, columns);
  return nodes;
}

/** What a predicate or a sort key is. */
export function expressionOf(arg: unknown, columns: ColumnNames): ExpressionNode {
  const node = toNode(typeof arg === 'function' && !isExpression(arg) ? arg(columnScope()) : arg);
  checkColumns([node], columns);
  return node;
}

function ofArgument(arg: unknown, site: CallSite): ExpressionNode {
  if (typeof arg === 'string') return { kind: 'column', name: arg, site };
  const node = toNode(arg);
  const field = fieldOf(node);
  return field === undefined ? node : { kind: 'alias', expression: node, name: field, site };
}

/** The name of the field that `$.row.get('name')` takes; Flink itself would name it `row$name`. */
function fieldOf(node: ExpressionNode): string | undefined {
  if (node.kind !== 'call' || node.callee.case !== 'builtin' || node.callee.name !== 'get') return undefined;
  const [, field] = node.args;
  return field?.kind === 'literal' && field.value?.case === 'text' ? field.value.value : undefined;
}

function ofCallback(made: unknown, site: CallSite): ExpressionNode[] {
  if (Array.isArray(made)) return made.map((item) => ofArgument(item, site));
  if (typeof made === 'string' || isExpression(made)) return [ofArgument(made, site)];
  return Object.entries(made as object).map(([name, value]) => {
    const expression = toNode(value);
    return nameOf(expression) === name ? expression : { kind: 'alias', expression, name, site };
  });
}

/** Throws COLUMN_NOT_FOUND at the expression that names a column which is not among those that are known. */
export function checkColumns(nodes: readonly ExpressionNode[], columns: ColumnNames): void {
  if (columns === undefined) return;
  const known = new Set(columns);
  for (const node of nodes) {
    for (const part of walk(node))
      if (part.kind === 'column' && !known.has(part.name)) throw columnNotFound(part, columns);
  }
}

/** That a table has no such column. */
export function columnNotFound(
  { name, site }: Pick<ColumnNode, 'name' | 'site'>,
  columns: readonly string[],
): FlinkError {
  return new FlinkError('COLUMN_NOT_FOUND', `Column '${name}' does not exist`, {
    hint: suggestion(name, columns),
    source: site.position,
  });
}

/** The names of the columns that expressions make of a table with these columns; undefined where one has no name. */
export function namesOf(nodes: readonly ExpressionNode[], columns?: ColumnNames): ColumnNames {
  const names = nodes.flatMap((node) => namesMade(node, columns));
  const twice = names.find((name, i) => name !== undefined && names.indexOf(name) < i);
  if (twice !== undefined) {
    throw new FlinkError('COLUMN_DUPLICATE', `Two columns are named '${twice}'`, {
      hint: `Rename one: .as('${twice}_2').`,
    });
  }
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** The names of what one expression makes: those that it stands for where it is `withColumns(…)` or its like. */
function namesMade(node: ExpressionNode, columns: ColumnNames): readonly (string | undefined)[] {
  if (columns === undefined || node.kind !== 'call' || node.callee.case !== 'function') return [nameOf(node)];
  const named = node.args.flatMap((arg) => namesMeant(arg, columns));
  switch (node.callee.name) {
    case 'withAllColumns':
      return columns;
    case 'withColumns':
      return named;
    case 'withoutColumns':
      return columns.filter((column) => !named.includes(column));
    default:
      return [undefined];
  }
}

/** The columns that an argument of `withColumns` means: one by name or place, or a range of them. */
function namesMeant(node: ExpressionNode, columns: readonly string[]): readonly (string | undefined)[] {
  if (node.kind === 'literal') return [columns[Number(node.value?.value) - 1]];
  if (node.kind !== 'call') return [nameOf(node)];
  const [start, end] = node.args.map((end) => placeOf(end, columns, node.site));
  return columns.slice(start, (end ?? 0) + 1);
}

/** The place of an end of a range, from 0. */
function placeOf(end: ExpressionNode, columns: readonly string[], site: CallSite): number {
  const value = end.kind === 'literal' ? end.value : undefined;
  if (value?.case !== 'text') return Number(value?.value) - 1;
  const name = value.value;
  if (!columns.includes(name)) throw columnNotFound({ name, site }, columns);
  return columns.indexOf(name);
}

/** The column of a name. */
export function columnNode(name: string): ColumnNode {
  return { kind: 'column', name, site: new CallSite() };
}

/** That a table would have two columns of a name. */
export function columnDuplicate(name: string): FlinkError {
  return new FlinkError('COLUMN_DUPLICATE', `The table has a column '${name}' already`, {
    hint: 'Give it another name.',
  });
}

/** The names that are given by expressions, where they have one. */
export function nodeNames(nodes: readonly ExpressionNode[]): string[] {
  return nodes.map(nameOf).filter((name) => name !== undefined);
}

/** The names of keys; undefined where one has no name. */
export function keyNames(nodes: readonly ExpressionNode[]): ColumnNames {
  const names = nodeNames(nodes);
  return names.length === nodes.length ? names : undefined;
}

/** The names of the columns that a call makes, where it names them or its function declares them. */
export function callColumns(call: ExpressionNode): ColumnNames {
  if (call.kind === 'alias') return [call.name, ...(call.others ?? [])];
  if (call.kind !== 'call') return undefined;
  const { callee } = call;
  if (callee.case === 'temporal') return callee.columns;
  return callee.case === 'definition' ? callee.definition.returns?.fields?.map((field) => field.name) : undefined;
}
