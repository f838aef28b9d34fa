import { docComment, literal } from './literal.js';
import type { ViewDescription } from './table-description.js';
import { key, typeSource } from './type-source.js';

const TIME_TYPES = { ROWTIME: ['ROWTIME', 'ROWTIME_LTZ'], PROCTIME: ['PROCTIME', 'PROCTIME'] } as const;

/** The source of what makes `tEnv.from('seen')` know the columns of views; notes the types that it uses. */
export function viewsSource(views: readonly ViewDescription[], types: Set<string>, timeTypes: Set<string>): string {
  const columns = views.map(({ path, columns }) => {
    const lines = columns.map(({ name, type }) => `    ${key(name)}: ${typeSource(type, types)},\n`);
    return `  ${key(path)}: {\n${lines.join('')}  },\n`;
  });
  const known = views.map((view) => {
    const access = key(view.path) === view.path ? `.${view.path}` : `[${literal(view.path)}]`;
    return `    ${key(view.path)}: SchemaOf<typeof views${access}>${timeAttributes(view, timeTypes)};\n`;
  });
  return (
    docComment("The columns of views, which exist already: `tEnv.from('…')` reads them.") +
    `const views = {\n${columns.join('')}};\n\n` +
    `declare module 'tsflink' {\n  interface KnownTables {\n${known.join('')}  }\n}\n`
  );
}

function timeAttributes({ columns }: ViewDescription, timeTypes: Set<string>): string {
  const attributes = columns.flatMap(({ name, type }) => {
    const kind = type.timestampKind;
    if (kind === undefined || kind === 'REGULAR') return [];
    const timeType = TIME_TYPES[kind][type.root === 'TIMESTAMP_WITH_LOCAL_TIME_ZONE' ? 1 : 0];
    timeTypes.add(timeType);
    return [`${key(name)}: ${timeType}`];
  });
  return attributes.length === 0 ? '' : ` & { ${attributes.join('; ')} }`;
}
