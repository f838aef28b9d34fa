/** What the command line ends with. */
export const Exit = {
  OK: 0,
  /** It failed, or `--check` found a difference. */
  FAILED: 1,
  /** It was called wrongly. */
  USAGE: 2,
} as const;
