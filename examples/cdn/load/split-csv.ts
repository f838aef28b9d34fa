/** The fields of a CSV line (RFC 4180); `undefined` when its quotes are broken. */
export function splitCsv(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  let at = 0;
  while (true) {
    let end: number;
    if (line[at] === '"') {
      const closing = closingQuote(line, at + 1);
      if (closing < 0) return undefined;
      fields.push(line.slice(at + 1, closing).replaceAll('""', '"'));
      end = closing + 1;
      if (end < line.length && line[end] !== ',') return undefined;
    } else {
      end = line.indexOf(',', at);
      if (end < 0) end = line.length;
      fields.push(line.slice(at, end));
    }
    if (end >= line.length) return fields;
    at = end + 1;
  }
}

/** The position of the quote that closes a field; -1 if there is none. A doubled quote is part of the field. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return -1;
}
