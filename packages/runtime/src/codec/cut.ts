/** A text of at most so many characters; one that is longer ends by saying how long it was. */
export function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max)}… (${text.length} characters)` : text;
}
