import { parse } from 'acorn';
import { analyze, type Reference, type ScopeManager, type Variable } from 'eslint-scope';
import { type AstNode, childrenOf, type Identifier, isClass, isFunction } from './ast.js';

/** A use of a variable. `variable` is null for globals. */
export interface Use {
  readonly id: Identifier;
  readonly variable: Variable | null;
}

/** What declares a variable. */
export interface Definition {
  readonly type: string;
  /** The declaring node: a declarator, a function, a class, an import specifier, a parameter's function. */
  readonly node: AstNode;
  /** The statement of a declarator or of an import specifier. */
  readonly parent: AstNode | null;
  readonly name: Identifier;
}

/** A stretch of a script. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The static view of a script: its tree, scopes, uses of variables, functions. */
export class Syntax {
  readonly program: AstNode & { readonly type: 'Program' };
  readonly scopes: ScopeManager;
  /** Functions, classes and methods. */
  readonly functions: readonly AstNode[];
  readonly #parents = new Map<AstNode, AstNode>();
  readonly #references: readonly Reference[];

  constructor(source: string, isModule: boolean) {
    const sourceType = isModule ? 'module' : 'script';
    this.program = parse(source, {
      ecmaVersion: 'latest',
      sourceType,
      ranges: true,
      allowReturnOutsideFunction: true,
      allowHashBang: true,
    });
    this.scopes = analyze(this.program as never, {
      ecmaVersion: 2024,
      sourceType: isModule ? 'module' : 'commonjs',
      fallback: 'iteration',
    });
    this.#references = this.scopes.scopes
      .flatMap((scope) => scope.references)
      .sort((a, b) => identifier(a).start - identifier(b).start);
    const functions: AstNode[] = [];
    this.#index(this.program, functions);
    this.functions = functions;
  }

  parent(node: AstNode): AstNode | undefined {
    return this.#parents.get(node);
  }

  /** The nodes around a node, innermost first. */
  *ancestors(node: AstNode): Generator<AstNode> {
    for (let parent = this.parent(node); parent; parent = this.parent(parent)) yield parent;
  }

  /** The uses, inside a range, of variables that are declared outside of it. */
  free({ start, end }: Range): Use[] {
    const inside = (node: Range) => node.start >= start && node.end <= end;
    return this.#references
      .filter((reference) => inside(identifier(reference)))
      .filter(({ resolved }) => {
        if (!resolved || resolved.scope.type === 'module' || resolved.scope.type === 'global') return true;
        return !inside(resolved.scope.block as unknown as AstNode);
      })
      .map((reference) => ({ id: identifier(reference), variable: reference.resolved }));
  }

  /** The uses of a variable. */
  uses(variable: Variable): { readonly id: Identifier; readonly reference: Reference }[] {
    return variable.references.map((reference) => ({ id: identifier(reference), reference }));
  }

  /** The uses of the variable that an identifier names. */
  usesOf(id: Identifier): { readonly id: Identifier; readonly reference: Reference }[] {
    const variable = this.#references.find((reference) => identifier(reference) === id)?.resolved;
    return variable ? this.uses(variable) : [];
  }

  definition(variable: Variable): Definition | undefined {
    return variable.defs[0] as unknown as Definition | undefined;
  }

  /** The variables that a declarator declares. */
  declared(declarator: AstNode): Variable[] {
    return this.scopes.getDeclaredVariables(declarator as never);
  }

  /** All variables that the script declares. */
  variables(): Variable[] {
    return this.scopes.scopes.flatMap((scope) => scope.variables);
  }

  /** Whether an identifier stands in a shorthand property (`{ a }`), so that replacing it needs its name before. */
  isShorthand(id: Identifier): boolean {
    const parent = this.parent(id);
    if (parent?.type === 'Property') return parent.shorthand;
    const property = parent && this.parent(parent);
    return (
      parent?.type === 'AssignmentPattern' && parent.left === id && property?.type === 'Property' && property.shorthand
    );
  }

  #index(node: AstNode, functions: AstNode[]): void {
    const method = node.type === 'Property' && (node.method || node.kind !== 'init');
    if (isFunction(node) || isClass(node) || node.type === 'MethodDefinition' || method) functions.push(node);
    for (const child of childrenOf(node)) {
      this.#parents.set(child, node);
      this.#index(child, functions);
    }
  }
}

const identifier = (reference: Reference) => reference.identifier as unknown as Identifier;
