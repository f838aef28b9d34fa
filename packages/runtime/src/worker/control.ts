import process from 'node:process';
import type { MessagePort } from 'node:worker_threads';
import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import {
  type GreetRequest,
  type GreetResponse,
  GreetResponseSchema,
  type LoadArtifactRequest,
  type LoadArtifactResponse,
  LoadArtifactResponseSchema,
} from '../generated/tsflink/v1/worker_pb.js';
import type { ToFunctions } from './messages.js';

/** The control service: greets, and has artifacts loaded. */
export class Control {
  readonly #functions: MessagePort;
  readonly #version: number;
  readonly #inspector: string;
  readonly #loaded = new Set<string>();
  readonly #waiting = new Map<number, (failure: string | undefined) => void>();
  #loads = 0;

  /** @param inspector where debuggers connect, if anywhere */
  constructor(functions: MessagePort, version: number, inspector = '') {
    this.#inspector = inspector;
    this.#functions = functions;
    this.#version = version;
  }

  readonly greet = ({ protocolVersion }: GreetRequest): GreetResponse => {
    if (protocolVersion !== this.#version) {
      const text = `The worker speaks version ${this.#version} of the protocol, its caller version ${protocolVersion}.`;
      throw new ConnectError(text, Code.FailedPrecondition);
    }
    return create(GreetResponseSchema, {
      protocolVersion: this.#version,
      nodeVersion: process.version,
      pid: BigInt(process.pid),
      inspector: this.#inspector,
    });
  };

  readonly loadArtifact = async (request: LoadArtifactRequest): Promise<LoadArtifactResponse> => {
    const { hash, name, directory } = request;
    if (request.code.length === 0) return create(LoadArtifactResponseSchema, { loaded: this.#loaded.has(hash) });
    const artifact = { hash, name, code: utf8(request.code), sourceMap: utf8(request.sourceMap), directory };
    const id = ++this.#loads;
    const failure = await new Promise<string | undefined>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#functions.postMessage({ kind: 'load', id, artifact } satisfies ToFunctions);
    });
    if (failure === undefined) this.#loaded.add(hash);
    return create(LoadArtifactResponseSchema, { loaded: failure === undefined, failure: failure ?? '' });
  };

  /** The functions' answer. */
  loaded(id: number, failure: string | undefined): void {
    this.#waiting.get(id)?.(failure);
    this.#waiting.delete(id);
  }
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
