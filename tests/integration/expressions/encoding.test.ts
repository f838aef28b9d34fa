import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { nastyValues } from './nasty-values.js';
import { expectSameAsSql } from './same-as-sql.js';

describe.each([
  ['batch', EnvironmentSettings.inBatchMode()],
  ['streaming', EnvironmentSettings.inStreamingMode()],
])('in %s, hashes and notations are those of SQL', (_, settings) => {
  let tEnv: TableEnvironment;
  beforeAll(() => {
    tEnv = TableEnvironment.create(settings);
  });
  afterAll(() => tEnv.close());

  it('of all kinds', async () => {
    const table = nastyValues(tEnv).select('id', ($) => ({
      md5: $.s.md5(),
      sha1: $.s.sha1(),
      sha224: $.s.sha224(),
      sha256: $.s.sha256(),
      sha384: $.s.sha384(),
      sha512: $.s.sha512(),
      sha2: $.s.sha2(256),
      encode: $.s.encode('UTF-8'),
      decode: $.octets.decode('ISO-8859-1'),
      toBase64: $.s.toBase64(),
      fromBase64: $.s.toBase64().fromBase64(),
      hex: $.s.hex(),
      unhex: $.s.hex().unhex(),
      unhexWrong: $.s.unhex(),
      urlEncode: $.s.urlEncode(),
      urlDecode: $.s.urlDecode(),
      parseUrl: $.s.replace('Hello, World', 'https://me@host:1/p/q?k=v&l=#r').parseUrl('HOST'),
      parseUrlKey: $.s.replace('Hello, World', 'https://host/p?k=v').parseUrl('QUERY', 'k'),
      inetAton: $.s.replace('Hello, World', '10.1.2.3').inetAton(),
      bytesStart: $.octets.startsWith($.octets),
      bytesEnd: $.octets.endsWith(new Uint8Array([0x80])),
      bytesLess: $.octets.isLess($.octets),
    }));
    await expectSameAsSql(tEnv, 'nasty', table, {
      id: ['id', 'INT NOT NULL'],
      md5: ['MD5(s)', 'STRING'],
      sha1: ['SHA1(s)', 'STRING'],
      sha224: ['SHA224(s)', 'STRING'],
      sha256: ['SHA256(s)', 'STRING'],
      sha384: ['SHA384(s)', 'STRING'],
      sha512: ['SHA512(s)', 'STRING'],
      sha2: ['SHA2(s, 256)', 'STRING'],
      encode: ["ENCODE(s, 'UTF-8')", 'BYTES'],
      decode: ["DECODE(octets, 'ISO-8859-1')", 'STRING'],
      toBase64: ['TO_BASE64(s)', 'STRING'],
      fromBase64: ['FROM_BASE64(TO_BASE64(s))', 'STRING'],
      hex: ['HEX(s)', 'STRING'],
      unhex: ['UNHEX(HEX(s))', 'BYTES'],
      unhexWrong: ['UNHEX(s)', 'BYTES'],
      urlEncode: ['URL_ENCODE(s)', 'STRING'],
      urlDecode: ['URL_DECODE(s)', 'STRING'],
      parseUrl: ["PARSE_URL(REPLACE(s, 'Hello, World', 'https://me@host:1/p/q?k=v&l=#r'), 'HOST')", 'STRING'],
      parseUrlKey: ["PARSE_URL(REPLACE(s, 'Hello, World', 'https://host/p?k=v'), 'QUERY', 'k')", 'STRING'],
      inetAton: ["INET_ATON(REPLACE(s, 'Hello, World', '10.1.2.3'))", 'BIGINT'],
      bytesStart: ['STARTSWITH(octets, octets)', 'BOOLEAN'],
      bytesEnd: ["ENDSWITH(octets, X'80')", 'BOOLEAN'],
      bytesLess: ['octets < octets', 'BOOLEAN'],
    });
  });
});
