import { array } from 'tsflink';
import { family } from './family.js';

/** The functions of bitmaps. */
export const bitmap = family(($) => ({
  build: $.ints.bitmapBuild(),
  cardinality: $.ints.bitmapBuild().bitmapCardinality(),
  and: $.ints.bitmapBuild().bitmapAnd(array(1, 7, -1).bitmapBuild()),
  andnot: $.ints.bitmapBuild().bitmapAndnot(array(1, 7, -1).bitmapBuild()),
  or: $.ints.bitmapBuild().bitmapOr(array(1, 7, -1).bitmapBuild()),
  xor: $.ints.bitmapBuild().bitmapXor(array(1, 7, -1).bitmapBuild()),
  toArray: $.ints.bitmapBuild().bitmapToArray(),
  toBytes: $.ints.bitmapBuild().bitmapToBytes(),
  toText: $.ints.bitmapBuild().bitmapToString(),
  fromBytes: $.ints.bitmapBuild().bitmapToBytes().bitmapFromBytes(),
}))({
  build: ['BITMAP_BUILD(ints)', 'BITMAP'],
  cardinality: ['BITMAP_CARDINALITY(BITMAP_BUILD(ints))', 'BIGINT'],
  and: ['BITMAP_AND(BITMAP_BUILD(ints), BITMAP_BUILD(ARRAY[1, 7, -1]))', 'BITMAP'],
  andnot: ['BITMAP_ANDNOT(BITMAP_BUILD(ints), BITMAP_BUILD(ARRAY[1, 7, -1]))', 'BITMAP'],
  or: ['BITMAP_OR(BITMAP_BUILD(ints), BITMAP_BUILD(ARRAY[1, 7, -1]))', 'BITMAP'],
  xor: ['BITMAP_XOR(BITMAP_BUILD(ints), BITMAP_BUILD(ARRAY[1, 7, -1]))', 'BITMAP'],
  toArray: ['BITMAP_TO_ARRAY(BITMAP_BUILD(ints))', 'ARRAY<INT>'],
  toBytes: ['BITMAP_TO_BYTES(BITMAP_BUILD(ints))', 'BYTES'],
  toText: ['BITMAP_TO_STRING(BITMAP_BUILD(ints))', 'STRING'],
  fromBytes: ['BITMAP_FROM_BYTES(BITMAP_TO_BYTES(BITMAP_BUILD(ints)))', 'BITMAP'],
});
