import { inspect } from 'node:util';
import type { Capture } from '../capture/capture.js';
import type { Built, Entry, GraphNode, Part } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import { Refusal, type RefusalOptions, type Trail } from '../refusal.js';

/** An object that is being captured. */
export interface Subject<T extends object = object> {
  readonly capture: Capture;
  readonly value: T;
  readonly node: Built;
  readonly trail: Trail | undefined;
  /** The class of the object, if it is none of the language. */
  readonly cls: AnyFunction | undefined;
}

/** The node of something inside of an object. */
export function inner({ capture, trail }: Subject, value: unknown, text: string, hint = ''): GraphNode {
  return capture.visit(value, hint, { text, from: trail });
}

/** The node of the class of an object. */
export function classOf(subject: Subject): GraphNode | undefined {
  const { cls } = subject;
  return cls && inner(subject, cls, `class ${className(cls)}`, className(cls));
}

export const className = (cls: AnyFunction): string => (typeof cls.name === 'string' && cls.name) || 'class';

/** `new Base(args)`, or the same for an instance of a class that extends it. */
export function construct(subject: Subject, base: string, args: string): void {
  const cls = classOf(subject);
  if (cls) subject.node.open.push(`Reflect.construct(${base}, [${args}], `, cls, ')');
  else subject.node.open.push(`new ${base}(${args})`);
}

/** An element of a list: `undefined` stands in its place if it is part of a cycle. */
export function element(child: GraphNode, later: (self: string) => readonly Part[]): Entry {
  return { parts: [child], placeholder: 'undefined', later };
}

export function refuse({ trail }: Subject, reason: string, hint?: string, options?: RefusalOptions): never {
  throw new Refusal(reason, trail, hint, options);
}

/** A short form of a key, for messages. */
export const shortForm = (key: unknown): string => inspect(key, { depth: 0, breakLength: Infinity }).slice(0, 40);
