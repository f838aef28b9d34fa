import { types } from 'node:util';
import { importFrom } from '../capture/imports.js';
import { intrinsic } from '../capture/intrinsics.js';
import { type GraphNode, joined, quote } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import { CREATE_INSIDE } from '../refusal.js';
import { construct, inner, refuse, type Subject } from './context.js';

const POLYFILL = 'temporal-polyfill';

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice('[object '.length, -1);

export function captureProxy(subject: Subject): void {
  const { capture, value, node } = subject;
  const { objectId, internal } = capture.inspector.mirror(value);
  const slot = (name: string, text: string) =>
    inner(subject, capture.inspector.live(internal[`[[${name}]]`], objectId), text);
  node.open.push('new Proxy(', slot('Target', 'target of proxy'), ', ', slot('Handler', 'handler of proxy'), ')');
}

export function captureArguments(subject: Subject): void {
  const values = Array.from(subject.value as ArrayLike<unknown>, (value, i) => inner(subject, value, `argument ${i}`));
  subject.node.open.push('(function () { return arguments; })(', ...joined(values, ', '), ')');
}

/** Objects that are bound to this process. */
export function refuseLive(subject: Subject): void {
  const { value } = subject;
  if (types.isModuleNamespaceObject(value)) {
    refuse(subject, 'it is the namespace object of a module', 'Use a static import of the module.');
  }
  const tag = tagOf(value);
  const live =
    types.isGeneratorObject(value) || types.isExternal(value) || /^(WeakRef|FinalizationRegistry)$/.test(tag);
  if (live) refuse(subject, `a ${tag} cannot travel`, CREATE_INSIDE, { final: 'here' });
}

/** Temporal values keep their state hidden: they are made again from their text. */
export function captureTemporal(subject: Subject): boolean {
  const { value, node } = subject;
  if (!/^Temporal\.(Instant|Duration|ZonedDateTime|Plain\w+)$/.test(tagOf(value))) return false;
  node.open.push(...temporalClass(subject), `.from(${quote(String(value))})`);
  return true;
}

/** A class of the polyfill is imported: a copy of it would not know the hidden state of other copies. */
function temporalClass(subject: Subject): (string | GraphNode)[] {
  const { capture, value } = subject;
  const cls = value.constructor as AnyFunction;
  const script = capture.scripts.of(cls);
  if (script?.packageName !== POLYFILL) return [inner(subject, cls, 'its class', cls.name)];
  return [importFrom(capture, 'Temporal', POLYFILL, 'Temporal', script.dir), `.${cls.name}`];
}

/** The objects of the language that are no collections; false for all other objects. */
export function captureNative(subject: Subject): boolean {
  const { value, node } = subject;
  if (types.isDate(value)) construct(subject, 'Date', String(value.getTime()));
  else if (types.isRegExp(value)) {
    construct(subject, 'RegExp', `${quote(value.source)}, ${quote(value.flags)}`);
    const { lastIndex } = value;
    if (lastIndex) node.after.push((self) => [`${self}.lastIndex = ${lastIndex};`]);
  } else if (types.isNativeError(value)) construct(subject, errorBase(value), quote(value.message));
  else if (types.isPromise(value)) capturePromise(subject);
  else if (types.isBoxedPrimitive(value)) node.open.push('Object(', inner(subject, value.valueOf(), 'its value'), ')');
  else if (value instanceof URL) construct(subject, 'URL', quote(value.href));
  else if (value instanceof URLSearchParams) construct(subject, 'URLSearchParams', quote(String(value)));
  else return captureIntl(subject);
  return true;
}

/** The nearest class of the language that an error is an instance of. */
function errorBase(error: Error): string {
  for (let prototype: unknown = error; prototype; prototype = Object.getPrototypeOf(prototype)) {
    const cls: unknown = Reflect.get(prototype, 'constructor');
    const name = cls === undefined ? undefined : intrinsic(cls);
    if (name) return name;
  }
  return 'Error';
}

function capturePromise(subject: Subject): void {
  const { capture, value, node } = subject;
  const { objectId, internal } = capture.inspector.mirror(value);
  const state = String(internal['[[PromiseState]]']?.value);
  if (state !== 'fulfilled') {
    refuse(subject, `it is a ${state} promise`, 'Await it before, and capture the result.', {
      final: 'here',
      passing: state === 'pending',
    });
  }
  const result = capture.inspector.live(internal['[[PromiseResult]]'], objectId);
  node.open.push('Promise.resolve(', inner(subject, result, 'result of promise'), ')');
}

function captureIntl(subject: Subject): boolean {
  const { value, node } = subject;
  const cls = intrinsic(value.constructor);
  if (subject.cls || !cls?.startsWith('Intl.') || !('resolvedOptions' in value)) return false;
  const { locale, ...options } = (value as Intl.NumberFormat).resolvedOptions();
  node.open.push(`new ${cls}(${quote(locale)}, ${quote(options)})`);
  return true;
}
