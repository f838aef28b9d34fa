const RESERVED = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof var void while with yield arguments eval ' +
    'DataTypes Schema TableDescriptor defineTable proctime process env views'
  ).split(' '),
);

/** Names of variables for tables: `access_log` is `accessLog`; each is another one. */
export class Names {
  private readonly taken = new Set<string>();

  of(table: string): string {
    const words = table.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const [first = 'table', ...rest] = words;
    const camel =
      (/^\p{Lu}+$/u.test(first) ? first.toLowerCase() : first[0]?.toLowerCase() + first.slice(1)) +
      rest.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
    const base =
      /^\p{N}/u.test(camel) || RESERVED.has(camel) ? `table${camel[0]?.toUpperCase()}${camel.slice(1)}` : camel;
    let name = base;
    for (let i = 2; this.taken.has(name); i++) name = `${base}${i}`;
    this.taken.add(name);
    return name;
  }
}
