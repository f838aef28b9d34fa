// A table of 60 columns through 20 steps: what the compiler is to bear.
import { type BIGINT, DataTypes, defineTable, TableEnvironment } from 'tsflink';
import { expectTypeOf } from 'vitest';

const D = DataTypes;
const wide = defineTable(
  'wide',
  {
    c0: D.STRING(),
    c1: D.BIGINT(),
    c2: D.DOUBLE().notNull(),
    c3: D.TIMESTAMP(3),
    c4: D.STRING(),
    c5: D.BIGINT(),
    c6: D.DOUBLE().notNull(),
    c7: D.TIMESTAMP(3),
    c8: D.STRING(),
    c9: D.BIGINT(),
    c10: D.DOUBLE().notNull(),
    c11: D.TIMESTAMP(3),
    c12: D.STRING(),
    c13: D.BIGINT(),
    c14: D.DOUBLE().notNull(),
    c15: D.TIMESTAMP(3),
    c16: D.STRING(),
    c17: D.BIGINT(),
    c18: D.DOUBLE().notNull(),
    c19: D.TIMESTAMP(3),
    c20: D.STRING(),
    c21: D.BIGINT(),
    c22: D.DOUBLE().notNull(),
    c23: D.TIMESTAMP(3),
    c24: D.STRING(),
    c25: D.BIGINT(),
    c26: D.DOUBLE().notNull(),
    c27: D.TIMESTAMP(3),
    c28: D.STRING(),
    c29: D.BIGINT(),
    c30: D.DOUBLE().notNull(),
    c31: D.TIMESTAMP(3),
    c32: D.STRING(),
    c33: D.BIGINT(),
    c34: D.DOUBLE().notNull(),
    c35: D.TIMESTAMP(3),
    c36: D.STRING(),
    c37: D.BIGINT(),
    c38: D.DOUBLE().notNull(),
    c39: D.TIMESTAMP(3),
    c40: D.STRING(),
    c41: D.BIGINT(),
    c42: D.DOUBLE().notNull(),
    c43: D.TIMESTAMP(3),
    c44: D.STRING(),
    c45: D.BIGINT(),
    c46: D.DOUBLE().notNull(),
    c47: D.TIMESTAMP(3),
    c48: D.STRING(),
    c49: D.BIGINT(),
    c50: D.DOUBLE().notNull(),
    c51: D.TIMESTAMP(3),
    c52: D.STRING(),
    c53: D.BIGINT(),
    c54: D.DOUBLE().notNull(),
    c55: D.TIMESTAMP(3),
    c56: D.STRING(),
    c57: D.BIGINT(),
    c58: D.DOUBLE().notNull(),
    c59: D.TIMESTAMP(3),
  },
  { with: { connector: 'datagen' } },
);

const chain = TableEnvironment.create()
  .from(wide)
  .where(($) => $.c1.isGreater(0))
  .addColumns(($) => ({ n1: $.c1.plus(1) }))
  .renameColumns({ c22: 'r2' })
  .addOrReplaceColumns(($) => ({ c0: $.c0.upperCase(), c2: $.c2.times(2) }))
  .dropColumns('c44')
  .where(($) => $.c1.isGreater(5))
  .addColumns(($) => ({ n6: $.c1.plus(1) }))
  .renameColumns({ c27: 'r7' })
  .addOrReplaceColumns(($) => ({ c0: $.c0.upperCase(), c2: $.c2.times(2) }))
  .dropColumns('c49')
  .where(($) => $.c1.isGreater(10))
  .addColumns(($) => ({ n11: $.c1.plus(1) }))
  .renameColumns({ c32: 'r12' })
  .addOrReplaceColumns(($) => ({ c0: $.c0.upperCase(), c2: $.c2.times(2) }))
  .dropColumns('c54')
  .where(($) => $.c1.isGreater(15))
  .addColumns(($) => ({ n16: $.c1.plus(1) }))
  .renameColumns({ c37: 'r17' })
  .addOrReplaceColumns(($) => ({ c0: $.c0.upperCase(), c2: $.c2.times(2) }))
  .dropColumns('c59');

expectTypeOf(chain.schemaType.n16).toEqualTypeOf<BIGINT | null>();
expectTypeOf(chain.schemaType.c1).toEqualTypeOf<BIGINT | null>();
// @ts-expect-error dropped
chain.select('c44');
