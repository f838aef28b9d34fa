/** The records of a CSV text by the names of its first line. Fields may be quoted. */
export function parseCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = text.split('\n').filter(Boolean).map(splitLine);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

function splitLine(line: string): string[] {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...fields].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
