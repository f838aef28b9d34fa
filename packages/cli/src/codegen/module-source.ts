import { Names } from './names.js';
import type { TableDescription } from './table-description.js';
import { tableSource, type Uses } from './table-source.js';

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

/** The source of a module that defines tables. The same tables give the same text. */
export function moduleSource(tables: readonly TableDescription[]): string {
  const uses: Uses = { types: new Set(), env: false, proctime: false };
  const names = new Names();
  const definitions = tables.map((table) => tableSource(table, names.of(table.name), uses));
  const imports = ['DataTypes', 'defineTable', ...(uses.proctime ? ['proctime'] : []), 'Schema', 'TableDescriptor'];
  const types = [...uses.types].toSorted();
  return [
    `${HEADER}import { ${imports.join(', ')} } from 'tsflink';\n`,
    types.length > 0 ? `\n${typesSource(types)}` : '',
    uses.env ? ENV : '',
    ...definitions.map((definition) => `\n${definition}`),
  ].join('');
}

function typesSource(types: readonly string[]): string {
  const line = `const { ${types.join(', ')} } = DataTypes;\n`;
  return line.length <= WIDTH ? line : `const {\n${types.map((type) => `  ${type},\n`).join('')}} = DataTypes;\n`;
}
