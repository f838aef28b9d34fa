import fs from 'node:fs';

const BINARY = /\.(?:node|dll|dylib|exe|so(?:\.\d+)*)$/;
const HEADER_BYTES = 20;
const MACHINES: Readonly<Record<number, string>> = { 62: 'x64', 183: 'arm64' };
const CPUS: Readonly<Record<number, string>> = { 16777223: 'x64', 16777228: 'arm64' };

/** The platform that this program runs on, as Node.js names it: `linux-x64`. */
export const OWN_PLATFORM = `${process.platform}-${process.arch}`;

/** Whether a file is machine code, by its name. */
export function isBinary(file: string): boolean {
  return BINARY.test(file);
}

/** The platform that a file of machine code is for; without the processor where the file does not tell it so simply. */
export function platformOf(file: string): string | undefined {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = fs.openSync(file, 'r');
  fs.readSync(handle, header, 0, HEADER_BYTES, 0);
  fs.closeSync(handle);
  switch (header.readUInt32BE(0)) {
    case 0x7f454c46: // ELF
      return `linux-${MACHINES[header.readUInt16LE(18)]}`;
    case 0xcffaedfe: // Mach-O
      return `darwin-${CPUS[header.readUInt32LE(4)]}`;
    case 0xcafebabe: // Mach-O of several processors
      return 'darwin';
    default:
      return header.toString('latin1', 0, 2) === 'MZ' ? 'win32' : undefined;
  }
}

/** Whether a file of machine code is for the platform that this program runs on. */
export function isForThisPlatform(file: string): boolean {
  const platform = platformOf(file);
  return platform !== undefined && (platform === OWN_PLATFORM || platform === process.platform);
}
