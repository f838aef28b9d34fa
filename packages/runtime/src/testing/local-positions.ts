import { type MappedStack, SourcePositions } from '../function/source-positions.js';

const POSITION = /\(?((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?$/;

/** Positions of functions that were not bundled: those of the stack as it is, without this package's own frames. */
export class LocalPositions extends SourcePositions {
  override map(stack: string): MappedStack {
    const lines = stack.split('\n');
    const end = lines.findIndex((line) => OWN.test(line));
    const kept = end < 0 ? lines : lines.slice(0, end);
    const frames = kept.filter((line) => /^\s+at /.test(line) && !line.includes('node:'));
    const frame = frames.find((line) => !line.includes('node_modules/')) ?? frames[0];
    const position = frame && POSITION.exec(frame)?.[1]?.replace(/^file:\/\//, '');
    return { stack: kept.join('\n'), ...(position && { frame: position }) };
  }
}

/** The generated code that calls a function, and the programs. */
const OWN = /\beval at compile|packages[\\/]runtime|@tsflink[\\/]runtime/;
