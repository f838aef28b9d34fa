import { FlinkError } from '../errors/flink-error.js';

/** The path of an object within a catalog: its database and its name. Maps to Flink's `ObjectPath`. */
export class ObjectPath {
  constructor(
    private readonly databaseName: string,
    private readonly objectName: string,
  ) {}

  /** The path of `database.object`. Throws ARGUMENT_INVALID for any other text. */
  static fromString(fullName: string): ObjectPath {
    const [databaseName, objectName, ...rest] = fullName.split('.');
    if (!databaseName || !objectName || rest.length > 0) {
      throw new FlinkError('ARGUMENT_INVALID', `'${fullName}' is no path of a database and an object`, {
        hint: "Write 'database.object', or new ObjectPath(database, object) where a name has a dot.",
      });
    }
    return new ObjectPath(databaseName, objectName);
  }

  /** The database. */
  getDatabaseName(): string {
    return this.databaseName;
  }

  /** The object's own name. */
  getObjectName(): string {
    return this.objectName;
  }

  /** `database.object` */
  getFullName(): string {
    return `${this.databaseName}.${this.objectName}`;
  }

  /** As {@link getFullName}. */
  toString(): string {
    return this.getFullName();
  }
}
