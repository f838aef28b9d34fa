/** Parts of the names of options that hold secrets, as those that Flink hides in its own logs. */
const SENSITIVE = [
  'password',
  'passphrase',
  'secret',
  'token',
  'apikey',
  'api-key',
  'auth-params',
  'access-key',
  'access.key',
  'account.key',
  'service-key',
  'private-key',
  'basic-auth',
  'jaas.config',
  'http-headers',
  'credentials',
];

/** Whether the value of an option is not to be written down. */
export function isSecret(option: string, value: string): boolean {
  const name = option.toLowerCase();
  // user:password@host, or a password among the parameters of an address
  const inAddress = /^\w[\w+.:-]*:\/\/[^/@\s]+:[^/@\s]+@|[?&;](password|token|secret)=/i.test(value);
  return inAddress || SENSITIVE.some((part) => name.includes(part));
}

/** The environment variable that holds a secret: `ORDERS_PASSWORD`. */
export function variableOf(table: string, option: string): string {
  return `${table}_${option}`.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase();
}
