import type { TSTypeAnnotation } from 'oxc-parser';
import { type AnyFunction, Functions } from '../inspector/functions.js';
import { Inspector } from '../inspector/inspector.js';
import type { Position } from '../position.js';
import { Scripts } from '../script/script.js';
import { type Annotation, annotation } from './annotation.js';
import { parameterNames } from './parameter-names.js';
import { type FunctionNode, SourceFile } from './source-file.js';

/** A parameter as the source has it. */
export interface AnnotatedParameter {
  /** As it is written, where it is no plain name. */
  readonly name: string;
  readonly kind: 'plain' | 'optional' | 'rest' | 'default' | 'pattern';
  readonly type?: Annotation;
  readonly position: Position;
}

/** A function as the source has it. */
export interface AnnotatedFunction {
  /** The variable that holds it, or what a call makes of it. */
  readonly variable?: string;
  readonly parameters: readonly AnnotatedParameter[];
  readonly returns?: Annotation;
  readonly position: Position;
}

/**
 * Reads the head of a live function in the file that its author wrote, which source maps lead to. Undefined where there
 * is no such file; a file without types has functions without annotations.
 */
export function annotatedFunction(fn: AnyFunction): AnnotatedFunction | undefined {
  const position = positionOf(fn);
  const file = position && SourceFile.read(position.file);
  const found = file?.functionAt(position as Position, parameterNames(fn));
  if (!file || !found) return undefined;
  const { node, variable } = found;
  return {
    ...(variable === undefined ? {} : { variable }),
    parameters: node.params.flatMap((param) => parameter(param, file)),
    ...typed('returns', node.returnType, file),
    position: file.position(node.start),
  };
}

function positionOf(fn: AnyFunction): Position | undefined {
  const inspector = Inspector.shared;
  return inspector.run(() => new Scripts(inspector, new Functions(inspector)).positionOf(fn));
}

function parameter(param: FunctionNode['params'][number], file: SourceFile): AnnotatedParameter[] {
  const at = { position: file.position(param.start) };
  const text = (node: { readonly start: number; readonly end: number }) => file.text.slice(node.start, node.end);
  switch (param.type) {
    case 'Identifier':
      if (param.name === 'this') return [];
      return [
        {
          name: param.name,
          kind: param.optional ? 'optional' : 'plain',
          ...typed('type', param.typeAnnotation, file),
          ...at,
        },
      ];
    case 'RestElement':
      return [{ name: text(param.argument), kind: 'rest', ...typed('type', param.typeAnnotation, file), ...at }];
    case 'AssignmentPattern':
      return [{ name: param.left.type === 'Identifier' ? param.left.name : text(param.left), kind: 'default', ...at }];
    default:
      return [{ name: text(param), kind: 'pattern', ...at }];
  }
}

function typed<K extends string>(
  key: K,
  node: TSTypeAnnotation | null | undefined,
  file: SourceFile,
): { readonly [P in K]?: Annotation } {
  return (node ? { [key]: annotation(node.typeAnnotation, file.text) } : {}) as { readonly [P in K]?: Annotation };
}
