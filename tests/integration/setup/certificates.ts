import { generate } from 'selfsigned';

/** A certificate and its private key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes a certificate that may sign others. */
export async function authority(name: string): Promise<Certificate> {
  const extensions = [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ] as const;
  return made(name, { extensions: [...extensions] });
}

/** Makes a certificate for servers of a host name, or for clients. */
export async function signed(host: string, ca: Certificate): Promise<Certificate> {
  const extensions = [
    { name: 'basicConstraints', cA: false },
    { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
  ] as const;
  return made(host, { ca, extensions: extensions.map((e) => ({ ...e })) as never });
}

async function made(name: string, options: Parameters<typeof generate>[1]): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...options,
  });
  return { cert, key };
}
