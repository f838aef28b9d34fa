/** The statements of a script: parted by semicolons that stand in no string, identifier or comment. */
export function splitStatements(script: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of script.matchAll(/'(?:[^']|'')*'|`(?:[^`]|``)*`|--[^\n]*|\/\*[\s\S]*?\*\/|;/g)) {
    if (match[0] !== ';') continue;
    parts.push(script.slice(start, match.index));
    start = match.index + 1;
  }
  parts.push(script.slice(start));
  return parts
    .map((part) => part.trim())
    .filter((part) => part.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() !== '');
}
