import type { Field } from '@tsflink/runtime/codec';
import { FlinkError } from '../../errors/flink-error.js';
import type { ArrowTable } from '../../results/optional-packages.js';
import type { CallSite } from '../../source/call-site.js';
import type { DataType } from '../../types/data-type.js';
import { DataTypes, fieldsOf } from '../../types/data-types.js';
import { type ArrowType, DAY_TIME, DOUBLE, KIND, SECOND_DIGITS, YEAR_MONTH } from './kinds.js';

const D = DataTypes;
const MAX_DIGITS = 38;

/** The columns of a table of Arrow. Throws TYPE_UNSUPPORTED, COLUMN_NAME_INVALID, COLUMN_DUPLICATE. */
export function arrowFields(table: ArrowTable, site: CallSite): Field[] {
  const fields = (table as { schema?: { fields?: unknown } } | undefined)?.schema?.fields;
  if (!Array.isArray(fields)) {
    throw new FlinkError('ARGUMENT_INVALID', 'fromArrow takes a table of the package apache-arrow', {
      hint: 'As in fromArrow(tableFromIPC(bytes)); rows that are objects go to fromValues.',
      callSite: site,
    });
  }
  const columns: Record<string, DataType> = {};
  for (const { name, type } of fields as { name: string; type: ArrowType }[]) {
    if (Object.hasOwn(columns, name)) {
      throw new FlinkError('COLUMN_DUPLICATE', `The table of Arrow has two columns '${name}'`, { callSite: site });
    }
    const column = columnType(type, name, site);
    columns[name] = column;
  }
  return fieldsOf(columns);
}

function columnType(type: ArrowType, name: string, site: CallSite): DataType {
  const inner = (part: ArrowType, of: string) => columnType(part, `${name}${of}`, site);
  const [first, second] = type.children ?? [];
  switch (type.typeId) {
    case KIND.NULL:
      return D.NULL();
    case KIND.BOOL:
      return D.BOOLEAN();
    case KIND.INT:
      return integer(type);
    case KIND.FLOAT:
      return type.precision === DOUBLE ? D.DOUBLE() : D.FLOAT();
    case KIND.DECIMAL:
      if (type.precision <= MAX_DIGITS && type.scale >= 0) return D.DECIMAL(type.precision, type.scale);
      break;
    case KIND.UTF8:
    case KIND.LARGE_UTF8:
    case KIND.UTF8_VIEW:
      return D.STRING();
    case KIND.BINARY:
    case KIND.LARGE_BINARY:
    case KIND.BINARY_VIEW:
      return D.BYTES();
    case KIND.FIXED_SIZE_BINARY:
      return D.BINARY(type.byteWidth);
    case KIND.DATE:
      return D.DATE();
    case KIND.TIME:
      return D.TIME(Math.min(SECOND_DIGITS[type.unit] ?? 0, 3));
    case KIND.TIMESTAMP: {
      const digits = SECOND_DIGITS[type.unit];
      return type.timezone ? D.TIMESTAMP_LTZ(digits) : D.TIMESTAMP(digits);
    }
    case KIND.INTERVAL:
      if (type.unit === YEAR_MONTH) return D.INTERVAL(D.YEAR(4), D.MONTH());
      if (type.unit === DAY_TIME) return D.INTERVAL(D.DAY(6), D.SECOND(3));
      break;
    case KIND.DURATION:
      return D.INTERVAL(D.DAY(6), D.SECOND(3));
    case KIND.LIST:
    case KIND.LARGE_LIST:
    case KIND.FIXED_SIZE_LIST:
      if (first) return D.ARRAY(inner(first.type, '[]'));
      break;
    case KIND.MAP: {
      const [key, value] = first?.type.children ?? [];
      if (key && value) return D.MAP(inner(key.type, ' (key)').notNull(), inner(value.type, ' (value)'));
      break;
    }
    case KIND.STRUCT:
      if (first ?? second) {
        return D.ROW(
          Object.fromEntries(type.children.map((field) => [field.name, inner(field.type, `.${field.name}`)])),
        );
      }
      break;
    case KIND.DICTIONARY:
      return columnType(type.dictionary, name, site);
  }
  throw new FlinkError('TYPE_UNSUPPORTED', `Column '${name}' is of Arrow's type ${type}, for which Flink has none`, {
    hint: 'Leave the column out with table.select([…]), or convert it.',
    callSite: site,
  });
}

/** Flink's integers have signs: those without take the next larger type. */
function integer({ bitWidth, isSigned }: ArrowType): DataType {
  switch (isSigned ? bitWidth : bitWidth * 2) {
    case 8:
      return D.TINYINT();
    case 16:
      return D.SMALLINT();
    case 32:
      return D.INT();
    case 64:
      return D.BIGINT();
    default:
      return D.DECIMAL(20, 0);
  }
}
