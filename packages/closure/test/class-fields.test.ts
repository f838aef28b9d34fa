import { describe, expect, it } from 'vitest';
import { methodFields } from '../src/script/class-fields.js';

const fieldsOf = (source: string) => [...methodFields(new Function(`return ${source}`)())];

describe('the fields of instances that hold functions', () => {
  it('are found as V8 runs them, with those of super classes', () => {
    expect(fieldsOf('class extends class { open = () => {}; } { eval = (x) => x; static merge = () => {}; }')).toEqual([
      'eval',
      'open',
    ]);
  });

  it('are found in constructors, where compilers put them', () => {
    expect(fieldsOf('class { constructor() { this.eval = (x) => x; } }')).toEqual(['eval']);
    expect(fieldsOf('class { constructor() { __publicField(this, "eval", (x) => x); } }')).toEqual(['eval']);
  });

  it('are not private ones, those without value, nor those of other objects', () => {
    expect(fieldsOf('class { #eval = () => 1; retract; merge = undefined; n = 0; }')).toEqual([]);
    expect(fieldsOf('class { constructor() { (function () { this.eval = () => 1; }); } }')).toEqual([]);
  });

  it('are given by expressions that may give a function', () => {
    const source =
      'class { a = function () {}; b = given; c = its.own; d = made(() => 1); e = x ? f : g; h = f ?? g; i = j?.k; }';
    expect(fieldsOf(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'h', 'i']);
  });

  it('are not those with other values', () => {
    expect(
      fieldsOf('class { a = []; b = {}; c = 1; d = "s"; e = `t`; f = new Map(); g = null; h = -1; i = /r/; }'),
    ).toEqual([]);
    expect(fieldsOf('class { constructor() { this.eval = []; __publicField(this, "merge", new Set()); } }')).toEqual(
      [],
    );
  });

  it('are not lost where a class uses private members of one around it', () => {
    expect(fieldsOf('(class { #n = 1; static inner = class { eval = (outer) => outer.#n; }; }).inner')).toEqual([
      'eval',
    ]);
  });

  it('are not those of classes in the constructor', () => {
    expect(fieldsOf('class { constructor() { (class { x = (this.eval = () => 1); }); } }')).toEqual([]);
  });

  it('are not asked of a constructor: it does not run', () => {
    expect(fieldsOf('class { eval = (x) => x; constructor() { throw new Error("constructed"); } }')).toEqual(['eval']);
  });
});
