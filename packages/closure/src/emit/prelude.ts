/** The method by which a class takes the values of the `#private` fields of an instance. */
export const SET_PRIVATES = 'Symbol.for("tsflink.closure.set")';

/** What the text of graphs uses; each goes in only if it is used. */
const HELPERS: Readonly<Record<string, string>> = {
  /** An object with a prototype and the own properties of another. */
  $object: 'const $object = (proto, own) => Object.create(proto, Object.getOwnPropertyDescriptors(own));',
  /** Fills a collection of a subclass by the method of its base. */
  $fill:
    'const $fill = (o, add, pairs, items) => { for (const i of items) { if (pairs) add.apply(o, i); else add.call(o, i); } return o; };',
  /** An argument that tells constructors to do nothing. */
  $REVIVE: 'const $REVIVE = Symbol("revive");',
  /** An instance of a class with private fields, made without running its constructor. */
  $revive: `const $revive = (C, privates, own) => {
  const o = new C($REVIVE);
  for (const k of Object.keys(o)) delete o[k];
  for (let c = C; c && c !== Function.prototype; c = Object.getPrototypeOf(c)) {
    if (Object.hasOwn(c, ${SET_PRIVATES})) c[${SET_PRIVATES}](o, privates);
  }
  return Object.defineProperties(o, Object.getOwnPropertyDescriptors(own));
};`,
};

/** The definitions of the helpers that a text uses. */
export function prelude(text: string): string[] {
  const used = (name: string) => text.includes(name) || (name === '$REVIVE' && text.includes('$revive('));
  return Object.entries(HELPERS).flatMap(([name, definition]) => (used(name) ? [definition] : []));
}
