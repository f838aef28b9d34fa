import { readFileSync } from 'node:fs';
import { DataTypes, udf } from 'tsflink';
import wordListPath from 'word-list';

const { INT, STRING } = DataTypes;

const regions = readFileSync(new URL('./data/regions.txt', import.meta.url), 'utf8').split('\n');
const countries = new URL('./data/countries.properties', import.meta.url);

/** Reads a file of the program when its module is loaded, and another one when it is called. */
export const region = udf({ name: 'region', args: [INT().notNull()], returns: STRING() }, (i) => `${regions[i]}`);
export const country = udf({ name: 'country', args: [INT().notNull()], returns: STRING() }, (i) =>
  (readFileSync(countries, 'utf8').split('\n')[i] ?? '').replace(/.*=/, ''),
);

let words: readonly string[] | undefined;

/** Reads the file of a package, and says where it is. */
export const word = udf({ name: 'word', args: [INT().notNull()], returns: STRING() }, (i) => {
  words ??= readFileSync(wordListPath, 'utf8').split('\n');
  return `${words[i]} of ${words.length}`;
});
export const wordFile = udf(
  { name: 'word_file', args: [INT().notNull()], returns: STRING() },
  (i) => `${wordListPath}${i}`,
);
