import { types } from 'node:util';
import type { Capture } from '../capture/capture.js';
import { intrinsic } from '../capture/intrinsics.js';
import { type Built, built, type GraphNode } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import type { Trail } from '../refusal.js';
import { captureBinary, isBinary } from './binary.js';
import { captureBlob } from './blob.js';
import { captureArray, captureMap, captureSet } from './collections.js';
import type { Subject } from './context.js';
import { captureInstance } from './instance.js';
import { captureOwnProperties } from './properties.js';
import { captureArguments, captureNative, captureProxy, captureTemporal, refuseLive } from './special.js';

/** The node of an object that is no function. */
export function captureObject(capture: Capture, value: object, hint: string, trail: Trail | undefined): GraphNode {
  const blob = captureBlob(capture, value, hint, trail);
  if (blob) return blob;
  const node = built(hint || 'obj');
  capture.values.set(value, node);
  fill({ capture, value, node, trail, cls: undefined });
  return node;
}

function fill(bare: Subject): void {
  const { value, node } = bare;
  if (types.isProxy(value)) captureProxy(bare);
  else if (types.isArgumentsObject(value)) captureArguments(bare);
  else {
    const subject = { ...bare, cls: userClass(value) };
    refuseLive(subject);
    if (isBinary(value)) captureBinary(subject);
    else if (!captureTemporal(subject)) {
      captureOwnProperties(subject, fillNative(subject));
      lock(value, node);
    }
  }
}

/** Whether the object is of a kind that is made without naming its properties. */
function fillNative(subject: Subject): boolean {
  const { value } = subject;
  if (types.isMap(value) || types.isWeakMap(value)) captureMap(subject);
  else if (types.isSet(value) || types.isWeakSet(value)) captureSet(subject);
  else if (Array.isArray(value)) captureArray(subject);
  else if (!captureNative(subject)) {
    captureInstance(subject);
    return false;
  }
  return true;
}

/** The class of an object, unless it is of the language or of Node's globals. */
function userClass(value: object): AnyFunction | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== 'object' || prototype === null || !Object.hasOwn(prototype, 'constructor')) return undefined;
  const cls: unknown = prototype.constructor;
  const own = typeof cls === 'function' && cls.prototype === prototype && intrinsic(cls) === undefined;
  return own ? cls : undefined;
}

function lock(value: object, node: Built): void {
  if (Object.isFrozen(value)) node.lock = 'freeze';
  else if (Object.isSealed(value)) node.lock = 'seal';
  else if (!Object.isExtensible(value)) node.lock = 'preventExtensions';
}
