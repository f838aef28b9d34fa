/** What a resource of a function is. Maps to Flink's `ResourceType`. */
export type ResourceType = 'FILE' | 'JAR' | 'ARCHIVE' | 'ARTIFACT';

/**
 * A file that a function of Java needs. Maps to Flink's `ResourceUri`.
 * @example { type: 'JAR', uri: 'file:///opt/functions.jar' }
 */
export interface ResourceUri {
  readonly type: ResourceType;
  readonly uri: string;
}
