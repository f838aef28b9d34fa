import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const INTERVAL = 200_000;
/** How a line of the log begins that tells what is in use. */
export const MARK = 'live heap of V8: ';

let collect: (() => void) | undefined;
let rows = 0;

/** Called by a function for its rows: now and then collects all garbage, and logs how many bytes of V8's heap are left. */
export function probe(more = 1): void {
  rows += more;
  if (rows < INTERVAL) return;
  rows = 0;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  console.info(`${MARK}${getHeapStatistics().used_heap_size}`);
}
