/** The command that runs Maven; throws an error that says what to do when there is none. */
export function maven(): string[];
