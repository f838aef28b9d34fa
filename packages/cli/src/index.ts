/**
 * The command line of tsflink, to be run from a program.
 * @module
 */

export { type Console, run } from './program.js';
