const LINES_PER_SECOND = 100;

/** Writes lines with the time before them; of a flood only so many a second, and says how many it dropped. */
export function boundedLog(write: (line: string) => void): (line: string) => void {
  let second = 0;
  let written = 0;
  let dropped = 0;
  return (line) => {
    const now = Date.now();
    const stamp = new Date(now).toISOString();
    if (Math.floor(now / 1000) !== second) {
      if (dropped > 0) write(`${stamp} ${dropped} lines were dropped`);
      second = Math.floor(now / 1000);
      written = dropped = 0;
    }
    if (written++ < LINES_PER_SECOND) write(`${stamp} ${line}`);
    else dropped++;
  };
}
