import type { Code } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import { Refusal, type Trail } from '../refusal.js';
import { type AstNode, bindsThis, isClass, uses, walk } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Capture } from './capture.js';

const PASS_OBJECT = 'Copy what is needed to a const before it (const self = this), or pass an object with the method.';

/** Gives an arrow function the `this` of the method around it: V8 does not show it among the variables. */
export function captureReceiver(
  capture: Capture,
  fn: AnyFunction,
  node: AstNode,
  code: Code,
  trail: Trail | undefined,
): void {
  if (node.type !== 'ArrowFunctionExpression') return;
  const { script } = code;
  const at = script.position(node.start);
  if (uses(node, 'Super')) {
    throw new Refusal('it is an arrow function that uses super', trail, 'Pass the class or an instance instead.', {
      at,
    });
  }
  if (!uses(node, 'ThisExpression')) return;
  const method = methodAround(script, node);
  if (!method) {
    if (!script.isModule) capture.warn(`'this' of a CommonJS module (${script.where(node.start)}) is not shipped`);
    return;
  }
  const holder = capture.receivers.get(fn);
  const known = holder && isInClass(capture, code, method, holder) ? { value: holder } : undefined;
  const receiver = known ?? capture.contexts.heap()?.receiver(fn);
  if (!receiver) {
    throw new Refusal("it is an arrow function that uses the 'this' of the method around it", trail, PASS_OBJECT, {
      at,
    });
  }
  const text = "'this' of the method around the function";
  const self = capture.visit(receiver.value, 'self', { text, at: script.position(method.start), from: trail });
  walk(node, (inner) => {
    if (inner.type === 'ThisExpression') {
      code.edits.push({ start: inner.start, end: inner.end, text: '', node: self, deferred: true });
    }
    return !bindsThis(inner);
  });
}

/** The function, field or static block whose `this` an expression sees; undefined at the top of a module. */
export function methodAround(script: Script, node: AstNode): AstNode | undefined {
  for (const around of script.syntax.ancestors(node)) {
    const { type } = around;
    if (type === 'FunctionExpression' || type === 'FunctionDeclaration') return around;
    if (type === 'PropertyDefinition' || type === 'StaticBlock') return around;
  }
  return undefined;
}

/** Whether a method belongs to the class of an object, or to a base of it. */
function isInClass(capture: Capture, { script }: Code, method: AstNode, instance: object): boolean {
  const classes = [...script.syntax.ancestors(method)].filter(isClass);
  for (let cls: unknown = instance.constructor; typeof cls === 'function'; cls = Object.getPrototypeOf(cls)) {
    const node = cls === Function.prototype ? undefined : capture.scripts.placeOf(cls)?.node;
    if (classes.some((around) => around === node)) return true;
  }
  return false;
}
