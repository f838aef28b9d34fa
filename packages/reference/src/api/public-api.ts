import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../root.js';

/** What `tsflink` exports under one name. */
export interface PublicExport {
  /** Methods and properties of its instances. */
  readonly members: ReadonlySet<string>;
  /** Methods and properties of the class or object itself. */
  readonly statics: ReadonlySet<string>;
  /** The strings that a type of strings has. */
  readonly literals: ReadonlySet<string>;
}

/** Reads what the package exports, from its sources, with the compiler's own eyes. */
export function readPublicApi(): ReadonlyMap<string, PublicExport> {
  const entry = join(root, 'packages/tsflink/src/index.ts');
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['source'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new TypeError(`${entry} exports nothing`);
  return new Map(
    checker.getExportsOfModule(module).map((symbol) => [symbol.name, readExport(symbol, source, checker)]),
  );
}

function readExport(exported: ts.Symbol, source: ts.SourceFile, checker: ts.TypeChecker): PublicExport {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const isType = (symbol.flags & ts.SymbolFlags.Type) !== 0;
  const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
  const declared = isType ? checker.getDeclaredTypeOfSymbol(symbol) : undefined;
  const strings = declared === undefined ? [] : declared.isUnion() ? declared.types : [declared];
  return {
    members: declared && strings.every((type) => !type.isStringLiteral()) ? visible(declared) : new Set(),
    statics: isValue ? visible(checker.getTypeOfSymbolAtLocation(symbol, source)) : new Set(),
    literals: new Set(strings.flatMap((type) => (type.isStringLiteral() ? [type.value] : []))),
  };
}

/** The names that a program may use: private and internal ones are none. */
function visible(type: ts.Type): Set<string> {
  return new Set(
    type
      .getProperties()
      .filter((property) => !isHidden(property))
      .map((property) => property.name),
  );
}

function isHidden(property: ts.Symbol): boolean {
  const declarations = property.declarations ?? [];
  return (
    declarations.some((declaration) => {
      const flags = ts.getCombinedModifierFlags(declaration);
      return (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
    }) || property.getJsDocTags().some((tag) => tag.name === 'internal')
  );
}
