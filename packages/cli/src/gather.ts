/** For options that may be given many times: all their values. */
export const gather = (value: string, before: readonly string[]): readonly string[] => [...before, value];
