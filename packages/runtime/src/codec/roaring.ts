// The portable form of RoaringBitmap for 32 bits: https://github.com/RoaringBitmap/RoaringFormatSpec. Values are cut
// into their upper and lower 16 bits; per upper half there is a container of the lower halves.
const NO_RUNS = 12346;
const RUNS = 12347;
/** Above so many values a container is a bit set, else an array. */
const ARRAY_LIMIT = 4096;
const BIT_SET_BYTES = 8192;
/** With runs and fewer containers than this, their offsets are left out. */
const OFFSETS_FROM = 4;

/** The values of a bitmap, in ascending order. */
export function readRoaring(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cookie = view.getUint32(0, true);
  const withRuns = (cookie & 0xffff) === RUNS;
  if (!withRuns && cookie !== NO_RUNS) throw new RangeError(`${cookie} does not begin a bitmap`);
  const size = withRuns ? (cookie >>> 16) + 1 : view.getUint32(4, true);
  const runFlags = withRuns ? 4 : 8;
  const descriptions = runFlags + (withRuns ? (size + 7) >> 3 : 0);
  let at = descriptions + size * 4;
  if (!withRuns || size >= OFFSETS_FROM) at += size * 4;

  let total = 0;
  for (let i = 0; i < size; i++) total += view.getUint16(descriptions + i * 4 + 2, true) + 1;
  const values = new Uint32Array(total);
  let n = 0;
  for (let i = 0; i < size; i++) {
    const high = view.getUint16(descriptions + i * 4, true) * 0x1_0000;
    const cardinality = view.getUint16(descriptions + i * 4 + 2, true) + 1;
    if (withRuns && ((bytes[runFlags + (i >> 3)] as number) & (1 << (i & 7))) !== 0) {
      const runs = view.getUint16(at, true);
      at += 2;
      for (let run = 0; run < runs; run++, at += 4) {
        const [start, more] = [high + view.getUint16(at, true), view.getUint16(at + 2, true)];
        for (let k = 0; k <= more; k++) values[n++] = start + k;
      }
    } else if (cardinality <= ARRAY_LIMIT) {
      for (let k = 0; k < cardinality; k++, at += 2) values[n++] = high + view.getUint16(at, true);
    } else {
      for (let k = 0; k < 0x1_0000; k++) {
        if (((bytes[at + (k >> 3)] as number) & (1 << (k & 7))) !== 0) values[n++] = high + k;
      }
      at += BIT_SET_BYTES;
    }
  }
  return values;
}

/** The portable form of the bitmap of these values. */
export function writeRoaring(values: Uint32Array): Uint8Array<ArrayBuffer> {
  const containers = containersOf(values);
  const header = 8 + containers.length * 8;
  const sizes = containers.map(({ length }) => (length > ARRAY_LIMIT ? BIT_SET_BYTES : length * 2));
  const bytes = new Uint8Array(header + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, NO_RUNS, true);
  view.setUint32(4, containers.length, true);
  let at = header;
  containers.forEach((container, i) => {
    view.setUint16(8 + i * 4, (container[0] as number) >>> 16, true);
    view.setUint16(10 + i * 4, container.length - 1, true);
    view.setUint32(8 + containers.length * 4 + i * 4, at, true);
    container.forEach((value, k) => {
      const low = value & 0xffff;
      if (container.length <= ARRAY_LIMIT) view.setUint16(at + k * 2, low, true);
      else bytes[at + (low >> 3)] = (bytes[at + (low >> 3)] as number) | (1 << (low & 7));
    });
    at += sizes[i] as number;
  });
  return bytes;
}

/** The values in ascending order, each once, cut where their upper halves differ. */
function containersOf(values: Uint32Array): Uint32Array[] {
  const sorted = values.slice().sort();
  let length = 0;
  for (const value of sorted) if (length === 0 || sorted[length - 1] !== value) sorted[length++] = value;
  const containers: Uint32Array[] = [];
  for (let start = 0, end = 1; start < length; end++) {
    if (end < length && (sorted[end] as number) >>> 16 === (sorted[start] as number) >>> 16) continue;
    containers.push(sorted.subarray(start, end));
    start = end;
  }
  return containers;
}
