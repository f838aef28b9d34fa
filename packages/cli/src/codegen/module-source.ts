import { Names } from './names.js';
import type { TableDescription, ViewDescription } from './table-description.js';
import { tableSource, type Uses } from './table-source.js';
import { viewsSource } from './view-source.js';

const HEADER = '// Written by `tsflink codegen`: change the tables, and run it again.\n';
const WIDTH = 120;
const ENV = `
/** A secret that is not written down here. */
function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(\`The environment variable \${name} is not set\`);
  return value;
}
`;

/** The source of a module that defines tables, and tells the columns of views. The same of them give the same text. */
export function moduleSource(tables: readonly TableDescription[], views: readonly ViewDescription[]): string {
  const uses: Uses = { types: new Set(), env: false, proctime: false };
  const names = new Names();
  const definitions = tables.map((table) => tableSource(table, names.of(table.name), uses));
  const timeTypes = new Set<string>();
  const known = views.length > 0 ? [viewsSource(views, uses.types, timeTypes)] : [];
  const types = [...uses.types].toSorted();
  const imports = [
    ...(types.length > 0 ? ['DataTypes'] : []),
    ...(tables.length > 0 ? ['defineTable', 'Schema', 'TableDescriptor'] : []),
    ...(uses.proctime ? ['proctime'] : []),
    ...[...timeTypes, ...(views.length > 0 ? ['SchemaOf'] : [])].map((type) => `type ${type}`),
  ].toSorted(byName);
  return [
    HEADER,
    importSource(imports),
    types.length > 0 ? `\n${typesSource(types)}` : '',
    uses.env ? ENV : '',
    ...[...definitions, ...known].map((definition) => `\n${definition}`),
  ].join('');
}

function importSource(imports: readonly string[]): string {
  const line = `import { ${imports.join(', ')} } from 'tsflink';\n`;
  return line.length <= WIDTH ? line : `import {\n${imports.map((name) => `  ${name},\n`).join('')}} from 'tsflink';\n`;
}

/** As Biome sorts them: by name, whether type or value. */
function byName(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map((name) => name.replace('type ', '').toLowerCase());
  return left < right ? -1 : left > right ? 1 : 0;
}

function typesSource(types: readonly string[]): string {
  const line = `const { ${types.join(', ')} } = DataTypes;\n`;
  return line.length <= WIDTH ? line : `const {\n${types.map((type) => `  ${type},\n`).join('')}} = DataTypes;\n`;
}
