import type { Request } from './line-generator.js';
import type { Random } from './random.js';

/** The ways in which a line of the log can be odd or wrong; what counts of them is in `expected.ts`. */
export const malformed: readonly ((request: Request, random: Random) => string)[] = [
  // Missing fields.
  ({ uuid, clientIp, requestTime }) => `${uuid},${clientIp},${requestTime}`,
  ({ uuid, clientIp, requestTime, responseSize }) => `${uuid},${clientIp},${requestTime},${responseSize}`,
  () => '!! connection reset by peer',
  // Fields that are not numbers, or not of 64 bits.
  ({ uuid, clientIp, responseSize, uri }) => `${uuid},${clientIp},fast,${responseSize},${uri}`,
  ({ uuid, clientIp, requestTime, uri }) => `${uuid},${clientIp},${requestTime},,${uri}`,
  ({ uuid, clientIp, requestTime, uri }) => `${uuid},${clientIp},${requestTime}.5,1e400,${uri}`,
  ({ uuid, clientIp, requestTime, uri }) => `${uuid},${clientIp},${requestTime},99999999999999999999,${uri}`,
  // Extra columns.
  ({ uuid, clientIp, requestTime, responseSize, uri }) =>
    `${uuid},${clientIp},${requestTime},${responseSize},${uri},HIT,edge-7`,
  // Broken quotes.
  ({ uuid, clientIp, requestTime, responseSize, uri }) => `"${uuid},${clientIp},${requestTime},${responseSize},${uri}`,
  ({ uuid, clientIp, requestTime, responseSize, uri }) =>
    `${uuid},"${clientIp}"?,${requestTime},${responseSize},${uri}`,
  ({ uuid, clientIp, requestTime, responseSize, uri }) => `${uuid},${clientIp},${requestTime},${responseSize},"${uri}`,
  // Odd, but to be counted: an address that is none, a comma in quotes or at the end, a sign and spaces at a number.
  ({ uuid, requestTime, responseSize, uri }, random) =>
    `${uuid},${random.pick(['999.1.2.3', 'localhost', '10.1', ''])},${requestTime},${responseSize},${uri}`,
  ({ uuid, clientIp, requestTime, responseSize, uri }) =>
    `${uuid},${clientIp},${requestTime},${responseSize},"${uri}?tags=""a"",b"`,
  ({ uuid, clientIp, requestTime, responseSize, uri }) =>
    `${uuid},${clientIp}, ${requestTime} ,+${responseSize},${uri},`,
];
