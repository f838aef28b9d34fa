/** Throws, from a second file. */
export function lookUp(ip: string): string {
  const parts = ip.split('.');
  if (parts.length !== 4) {
    throw new TypeError(`bad ip: ${ip}`);
  }
  return parts.join('-');
}
