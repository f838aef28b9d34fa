/** What a module may ask of where it is: `import.meta.url`, `__filename`, `__dirname`. */
export type PlaceKind = 'url' | 'filename' | 'dirname';

/** Of a module that is known only when the bundle is made; as long as a number, so that the source map stays right. */
const UNKNOWN = '$$$$';

const mark = (module: string, kind: PlaceKind) => `__tsflink_place_${module}_${kind}`;

/** The variable that stands for the place of a module, by its number. */
export const placeMark = (module: number, kind: PlaceKind): string => mark(String(module).padStart(4, '0'), kind);

/** A mark: the number of its module, or `$$$$`, and its kind. */
export const MARK = /__tsflink_place_(\$\$\$\$|\d{4})_(url|filename|dirname)/g;

/** What esbuild puts in the place of what a module asks. */
export const DEFINES: Readonly<Record<string, string>> = {
  'import.meta.url': mark(UNKNOWN, 'url'),
  'import.meta.filename': mark(UNKNOWN, 'filename'),
  'import.meta.dirname': mark(UNKNOWN, 'dirname'),
  __filename: mark(UNKNOWN, 'filename'),
  __dirname: mark(UNKNOWN, 'dirname'),
};

/** Why other questions to `import.meta` are refused, and what to do. */
export const META =
  'import.meta has nothing else than its url, filename and dirname in a function that runs inside Flink';
export const META_HINT = "Use import.meta.url, or an import: import data from './data.json' with { type: 'json' }";
