/** The length of STRING and BYTES. */
export const MAX_LENGTH = 2147483647;

/** An identifier as SQL quotes it. */
export const quoteIdentifier = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** A text as SQL quotes it. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
