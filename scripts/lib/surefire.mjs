import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What Maven's tests of a module wrote.
 * @param {string} module its directory
 * @returns {string[]} the XML of each class; none if no test has run
 */
export function surefireReports(module) {
  const directory = join(module, 'target', 'surefire-reports');
  try {
    return readdirSync(directory)
      .filter((file) => /^TEST-.*\.xml$/.test(file))
      .map((file) => readFileSync(join(directory, file), 'utf8'));
  } catch {
    return [];
  }
}

/**
 * The tests of a class.
 * @param {string} report its XML
 */
export function surefireTests(report) {
  return [...report.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g)].map(
    ([, name, type, body = '']) => ({ name, type, failed: /<(error|failure)\b/.test(body) }),
  );
}
