export { SqlFragment, type SqlTag, type SqlValue, sql } from './fragment.js';
