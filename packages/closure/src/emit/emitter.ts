import { isBuiltin } from 'node:module';
import MagicString, { Bundle } from 'magic-string';
import { importReference } from '../bundle/reference.js';
import {
  type Built,
  type Cell,
  type Code,
  type GraphNode,
  type Import,
  type Part,
  quote,
  type Statement,
} from '../graph/nodes.js';
import { Refusal } from '../refusal.js';
import { prelude } from './prelude.js';
import { sharedNodes } from './survey.js';

/** Nodes whose text is being written: the order in which it began, and what to do when it is done. */
interface Progress {
  phase: 'open' | 'done';
  order: number;
}

/** Thrown when text needs, at once, a value whose own text is not finished. */
class Unfinished extends Error {
  constructor(readonly node: GraphNode) {
    super('the value refers to itself');
  }
}

/** The file name of a script in the source map of the emitted module. */
export const scriptSource = (id: string): string => `script:${id}`;

/** Writes a graph as the text of one ES module: what a value needs comes before it; cycles are closed afterwards. */
export class Emitter {
  /** Characters of each node's own text. */
  readonly sizes = new Map<GraphNode, number>();
  readonly #bundle = new Bundle();
  readonly #imports: string[] = [];
  readonly #progress = new Map<GraphNode, Progress>();
  readonly #names = new Map<GraphNode, string>();
  /** What to write when a node is done. */
  readonly #later = new Map<GraphNode, (() => void)[]>();
  readonly #shared: Set<GraphNode>;
  #order = 0;

  constructor(roots: readonly GraphNode[]) {
    this.#shared = sharedNodes(roots);
  }

  /** The module with one export per root: `export const name = { udf: { fn: root } }`. Throws {@link Refusal}. */
  emit(roots: readonly { readonly node: GraphNode; readonly name: string }[]): Bundle {
    try {
      for (const { node, name } of roots) {
        this.#push(`export const ${name} = { udf: { fn: ${this.#expression(node)} } };`);
      }
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      throw new Refusal('its values refer to each other in a circle that cannot be closed again', undefined);
    }
    const head = [...this.#imports, ...prelude(this.#bundle.toString())];
    if (head.length) this.#bundle.prepend(`${head.join('\n')}\n`);
    return this.#bundle;
  }

  /** An expression for a value that is needed at once; what it needs itself is written before. */
  #expression(node: GraphNode): string {
    if (node.kind === 'literal') return node.code;
    if (this.#isOpen(node)) throw new Unfinished(node);
    if (this.#progress.has(node)) return this.#name(node);
    if (node.kind === 'built' && !this.#shared.has(node)) {
      const { text, deferred } = this.#build(node);
      this.#count(node, text);
      if (!deferred) return node.lock ? `Object.${node.lock}(${text})` : text;
      this.#open(node);
      this.#push(`const ${this.#name(node)} = ${text};`);
      this.#close(node, deferred);
      return this.#name(node);
    }
    const progress = this.#open(node);
    try {
      this.#close(node, this.#declare(node));
    } catch (error) {
      if (progress.phase === 'open') this.#progress.delete(node);
      throw error;
    }
    return this.#name(node);
  }

  #open(node: GraphNode): Progress {
    const progress: Progress = { phase: 'open', order: ++this.#order };
    this.#progress.set(node, progress);
    return progress;
  }

  /** Writes what waited for the node, then what completes it. */
  #close(node: GraphNode, deferred: Deferred | undefined): void {
    (this.#progress.get(node) as Progress).phase = 'done';
    for (const work of this.#later.get(node) ?? []) this.#inOrder([work]);
    const completing = node.kind === 'built' || node.kind === 'code' ? node.after : [];
    const name = this.#name(node);
    const works = [...(deferred?.statements ?? []), ...completing].map((statement) => () => {
      this.#push(this.#text(statement(name)));
    });
    if (node.kind === 'built' && node.lock) works.push(() => this.#push(`Object.${node.lock}(${name});`));
    if (deferred) this.#when(deferred.until, () => this.#inOrder(works));
    else this.#inOrder(works);
  }

  /** Works one after the other; from one that needs what is not finished on, they wait for it. */
  #inOrder(works: readonly (() => void)[]): void {
    for (const [i, work] of works.entries()) {
      try {
        work();
      } catch (error) {
        if (!(error instanceof Unfinished) || !this.#isOpen(error.node)) throw error;
        this.#when(error.node, () => this.#inOrder(works.slice(i)));
        return;
      }
    }
  }

  /** Writes the declaration of a node; returns what is left to do when a cycle is closed. */
  #declare(node: Exclude<GraphNode, { kind: 'literal' }>): Deferred | undefined {
    switch (node.kind) {
      case 'import':
        this.#import(node);
        return undefined;
      case 'cell':
        this.#cell(node);
        return undefined;
      case 'member': {
        const of = this.#expression(node.of);
        if (node.access) this.#push(`const ${this.#name(node)} = ${node.access(of)};`);
        return undefined;
      }
      case 'built': {
        const { text, deferred } = this.#build(node);
        this.#count(node, text);
        this.#push(`const ${this.#name(node)} = ${text};`);
        return deferred;
      }
      case 'code':
        this.#code(node);
        return undefined;
    }
  }

  #import(node: Import): void {
    const { specifier, imported, dir, attributes } = node;
    const name = this.#name(node);
    const from = `from ${quote(isBuiltin(specifier) ? specifier : importReference(dir, specifier))}${attributes};`;
    const exported = /^[\w$]+$/.test(imported) ? imported : quote(imported);
    this.#imports.push(imported === '*' ? `import * as ${name} ${from}` : `import { ${exported} as ${name} } ${from}`);
  }

  #cell(node: Cell): void {
    const name = this.#name(node);
    if (this.#isOpen(node.value)) {
      this.#push(`let ${name};`);
      this.#when(node.value, () => this.#push(`${name} = ${this.#name(node.value)};`));
      return;
    }
    const text = this.#expression(node.value);
    this.#count(node, text);
    this.#push(`${node.assigned ? 'let' : 'const'} ${name} = ${text};`);
  }

  #code(node: Code): void {
    const source = new MagicString(node.script.source, { filename: scriptSource(node.script.id) });
    for (const edit of node.edits) {
      const own = edit.node?.kind === 'member' && edit.node.of === node && node.declares;
      if (own && edit.node) this.#progress.set(edit.node, { phase: 'done', order: 0 });
      const value = edit.node ? this.#used(edit.node, edit.deferred ?? false) : '';
      const text = edit.text + value + (edit.rest ?? '');
      if (edit.start === edit.end) source.appendLeft(edit.start, text);
      else if (node.script.source.slice(edit.start, edit.end) !== text) source.update(edit.start, edit.end, text);
    }
    const content = source.snip(node.start, node.end);
    const before = node.declares ? node.prefix : `const ${this.#name(node)} = ${node.prefix}`;
    content.prepend(before).append(node.declares ? node.suffix : `${node.suffix};`);
    this.#count(node, content.toString());
    this.#bundle.addSource({ filename: scriptSource(node.script.id), content });
  }

  /** A value in source text; if it cannot be written yet, and is used only in calls, it is written later. */
  #used(node: GraphNode, deferred: boolean): string {
    if (deferred && this.#isOpen(node)) return this.#name(node);
    try {
      return this.#expression(node);
    } catch (error) {
      if (!(error instanceof Unfinished) || !deferred || !this.#isOpen(error.node)) throw error;
      this.#when(error.node, () => void this.#expression(node));
      return this.#name(node);
    }
  }

  #build(node: Built): { readonly text: string; readonly deferred: Deferred | undefined } {
    const open = node.open.map((part) => (typeof part === 'string' ? part : this.#expression(part))).join('');
    const items: string[] = [];
    const statements: Statement[] = [];
    let until: GraphNode | undefined;
    let ordered = false;
    for (const entry of node.entries) {
      const unfinished = entry.parts.filter(
        (part): part is GraphNode => typeof part !== 'string' && this.#isOpen(part),
      );
      for (const part of unfinished) until = until && this.#orderOf(until) < this.#orderOf(part) ? until : part;
      if (!unfinished.length && !ordered) items.push(this.#text(entry.parts));
      else {
        statements.push(entry.later);
        if (entry.placeholder === null) ordered = true;
        else items.push(entry.placeholder);
      }
    }
    return { text: open + items.join(', ') + node.close, deferred: until && { until, statements } };
  }

  #text(parts: readonly Part[]): string {
    return parts.map((part) => (typeof part === 'string' ? part : this.#expression(part))).join('');
  }

  #isOpen(node: GraphNode): boolean {
    return this.#progress.get(node)?.phase === 'open';
  }

  #orderOf(node: GraphNode): number {
    return this.#progress.get(node)?.order ?? 0;
  }

  #when(node: GraphNode, work: () => void): void {
    if (!this.#isOpen(node)) {
      work();
      return;
    }
    const waiting = this.#later.get(node) ?? [];
    waiting.push(work);
    this.#later.set(node, waiting);
  }

  #name(node: GraphNode): string {
    let name = this.#names.get(node);
    if (!name) {
      const hint = node.kind === 'literal' ? '' : node.hint;
      name = `${hint.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_')}$$${this.#names.size + 1}`;
      this.#names.set(node, name);
    }
    return name;
  }

  #count(node: GraphNode, text: string): void {
    this.sizes.set(node, (this.sizes.get(node) ?? 0) + text.length);
  }

  #push(text: string): void {
    this.#bundle.addSource({ content: new MagicString(text) });
  }
}

/** Entries that are added when a cycle is closed. */
interface Deferred {
  readonly until: GraphNode;
  readonly statements: readonly Statement[];
}
