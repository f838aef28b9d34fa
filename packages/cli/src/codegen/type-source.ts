import { FlinkError } from 'tsflink';
import { literal } from './literal.js';
import type { TypeNode } from './table-description.js';

/** The source of a type, `BIGINT().notNull()`; notes the members of `DataTypes` that it uses. */
export function typeSource(type: TypeNode, used: Set<string>): string {
  const source = nullableSource(type, used);
  return type.nullable ? source : `${source}.notNull()`;
}

function nullableSource(type: TypeNode, used: Set<string>): string {
  const call = (name: string, ...args: (string | number | undefined)[]) => {
    used.add(name);
    return `${name}(${args.filter((arg) => arg !== undefined).join(', ')})`;
  };
  const child = (index: number) => typeSource(type.children?.[index] as TypeNode, used);
  const unlimited = type.length === 2147483647;
  switch (type.root) {
    case 'CHAR':
    case 'BINARY':
      return call(type.root, type.length);
    case 'VARCHAR':
      return unlimited ? call('STRING') : call('VARCHAR', type.length);
    case 'VARBINARY':
      return unlimited ? call('BYTES') : call('VARBINARY', type.length);
    case 'INTEGER':
      return call('INT');
    case 'DECIMAL':
      return call('DECIMAL', type.precision, type.scale);
    case 'TIME_WITHOUT_TIME_ZONE':
      return call('TIME', type.precision);
    case 'TIMESTAMP_WITHOUT_TIME_ZONE':
      return call('TIMESTAMP', type.precision);
    case 'TIMESTAMP_WITH_LOCAL_TIME_ZONE':
      return call('TIMESTAMP_LTZ', type.precision);
    case 'INTERVAL_YEAR_MONTH':
      return call('INTERVAL', call('YEAR', type.precision), call('MONTH'));
    case 'INTERVAL_DAY_TIME':
      return call('INTERVAL', call('DAY', type.precision), call('SECOND', type.scale));
    case 'ARRAY':
    case 'MULTISET':
      return call(type.root, child(0));
    case 'MAP':
      return call('MAP', child(0), child(1));
    case 'ROW': {
      const fields = (type.fields ?? []).map((field) => `${key(field.name)}: ${typeSource(field.type, used)}`);
      return call('ROW', `{ ${fields.join(', ')} }`);
    }
    case 'BOOLEAN':
    case 'TINYINT':
    case 'SMALLINT':
    case 'BIGINT':
    case 'FLOAT':
    case 'DOUBLE':
    case 'DATE':
      return call(type.root);
    default:
      throw new FlinkError('TYPE_UNSUPPORTED', `There is no column of TypeScript for the type ${type.root}`, {
        hint: 'Leave the table out with --tables, or CAST the column in a view.',
      });
  }
}

/** A key of an object of TypeScript. */
export const key = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));
