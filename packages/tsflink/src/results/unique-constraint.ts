import type { UniqueConstraint as ConstraintMessage } from '../generated/tsflink/v1/types_pb.js';
import { quoteIdentifier } from '../types/identifiers.js';

/** The primary key of a table. Maps to Flink's `UniqueConstraint`. */
export class UniqueConstraint {
  /** @internal Constraints come from resolved schemas. */
  constructor(private readonly message: ConstraintMessage) {}

  /** Its name. */
  getName(): string {
    return this.message.name;
  }

  /** The columns that tell rows apart. */
  getColumns(): readonly string[] {
    return this.message.columns;
  }

  /** Whether Flink checks it; it does not check those of tables. */
  isEnforced(): boolean {
    return this.message.enforced;
  }

  /** What kind of constraint it is. */
  getType(): 'PRIMARY_KEY' {
    return 'PRIMARY_KEY';
  }

  /** As Flink writes it. */
  asSummaryString(): string {
    const columns = this.getColumns().map(quoteIdentifier).join(', ');
    const name = quoteIdentifier(this.getName());
    return `CONSTRAINT ${name} PRIMARY KEY (${columns})${this.isEnforced() ? '' : ' NOT ENFORCED'}`;
  }

  /** As {@link asSummaryString}. */
  toString(): string {
    return this.asSummaryString();
  }
}
