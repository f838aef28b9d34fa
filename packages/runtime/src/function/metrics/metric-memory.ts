/** The numbers of one metric, in memory that Java reads. */
export class MetricMemory {
  values: Float64Array;

  constructor(shared: ArrayBuffer) {
    this.values = new Float64Array(shared);
  }

  /** Lets go of the memory, which ends with the program; whoever still holds the metric writes to a copy. */
  detach(): void {
    this.values = this.values.slice();
  }
}
