import { appendFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import {
  type SendFilesRequest,
  type SendFilesResponse,
  SendFilesResponseSchema,
} from '../generated/tsflink/v1/worker_pb.js';

/** Writes files that come in parts to a new directory under the given one, which goes with the worker. */
export async function receiveFiles(parts: AsyncIterable<SendFilesRequest>, under: string): Promise<SendFilesResponse> {
  const directory = await mkdtemp(join(under, 'files-'));
  const begun = new Set<string>();
  for await (const { path, data } of parts) {
    const relative = normalize(path);
    if (relative === '.' || isAbsolute(relative) || relative.split('/').includes('..')) {
      throw new ConnectError(`'${path}' is not below the directory.`, Code.InvalidArgument);
    }
    const file = join(directory, relative);
    if (begun.has(relative)) {
      await appendFile(file, data);
    } else {
      begun.add(relative);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, data);
    }
  }
  return create(SendFilesResponseSchema, { directory });
}
