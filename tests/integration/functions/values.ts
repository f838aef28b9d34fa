import { DataTypes, udf } from 'tsflink';

const { BITMAP, VARIANT } = DataTypes;

export const keepVariant = udf({ name: 'keep_variant', args: [VARIANT()], returns: VARIANT() }, (value) => value);
export const keepBitmap = udf({ name: 'keep_bitmap', args: [BITMAP()], returns: BITMAP() }, (value) => value);
