/** A unit of an interval, with its precision; made by `DataTypes.YEAR()`, `DataTypes.DAY()` and the like. */
export interface Resolution {
  readonly unit: 'YEAR' | 'MONTH' | 'DAY' | 'HOUR' | 'MINUTE' | 'SECOND';
  readonly precision?: number;
}
