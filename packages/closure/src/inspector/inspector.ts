import { type Debugger, type HeapProfiler, type Runtime, Session } from 'node:inspector';

/** What V8 says about a script when it is parsed. */
export interface ScriptInfo {
  readonly url: string;
  readonly sourceMapUrl: string;
  readonly isModule: boolean;
}

/** A value as the inspector sees it: with internal slots and private members. */
export interface Mirror {
  readonly objectId: string;
  readonly internal: Readonly<Record<string, Runtime.RemoteObject | undefined>>;
  readonly privates: readonly { readonly name: string; readonly value?: Runtime.RemoteObject }[];
}

/** Values cross between this code and the inspector through one global property. */
const SLOT = Symbol.for('tsflink.closure.slot');
const SLOT_EXPRESSION = 'globalThis[Symbol.for("tsflink.closure.slot")]';
const GROUP = 'tsflink.closure';
/** The global object of the inspector's own realm: test runners evaluate us in another one. */
const realm = (Session.constructor as FunctionConstructor)('return globalThis')() as Record<symbol, unknown>;

/** Node's inspector, attached to the very thread that calls it; every call is synchronous. */
export class Inspector {
  static #shared: Inspector | undefined;
  readonly #session = new Session();
  /** The scripts that V8 has; known while `run` works. */
  readonly scripts = new Map<string, ScriptInfo>();

  constructor() {
    this.#session.connect();
    this.#session.on('Debugger.scriptParsed', ({ params }) => {
      const { scriptId, url, sourceMapURL, isModule } = params;
      this.scripts.set(scriptId, { url, sourceMapUrl: sourceMapURL ?? '', isModule: isModule ?? false });
    });
  }

  /** One session for the life of the process: it costs nothing while its debugger is off. */
  static get shared(): Inspector {
    Inspector.#shared ??= new Inspector();
    return Inspector.#shared;
  }

  /** Turns the debugger on for `work` only: while it is on, every `await` of the process is about 8 times slower. */
  run<T>(work: () => T): T {
    this.#post('Debugger.enable');
    try {
      return work();
    } finally {
      this.#post('Runtime.releaseObjectGroup', { objectGroup: GROUP });
      this.#post('Debugger.disable');
      this.scripts.clear();
    }
  }

  /** The text of a script, as V8 runs it. */
  source(scriptId: string): string {
    return this.#post<Debugger.GetScriptSourceReturnType>('Debugger.getScriptSource', { scriptId }).scriptSource;
  }

  mirror(value: unknown): Mirror {
    realm[SLOT] = value;
    const params = { expression: SLOT_EXPRESSION, objectGroup: GROUP };
    const { result } = this.#post<Runtime.EvaluateReturnType>('Runtime.evaluate', params);
    delete realm[SLOT];
    const objectId = result.objectId as string;
    const properties = this.#post<Runtime.GetPropertiesReturnType & { privateProperties?: Mirror['privates'] }>(
      'Runtime.getProperties',
      { objectId, ownProperties: true },
    );
    const internal = (properties.internalProperties ?? []).map((property) => [property.name, property.value] as const);
    return { objectId, internal: Object.fromEntries(internal), privates: properties.privateProperties ?? [] };
  }

  /** The values in an internal list, such as `[[Scopes]]`. */
  elements(list: Runtime.RemoteObject): Runtime.RemoteObject[] {
    return this.#ownProperties(list).flatMap(({ value }) => (value ? [value] : []));
  }

  /** Whether an object has a property without any value, as scopes have for variables that are not declared yet. */
  hasNoValue(remote: Runtime.RemoteObject, name: string): boolean {
    const property = this.#ownProperties(remote).find((own) => own.name === name);
    return property !== undefined && property.value === undefined && property.get === undefined;
  }

  #ownProperties({ objectId }: Runtime.RemoteObject): Runtime.PropertyDescriptor[] {
    const params = { objectId, ownProperties: true };
    return this.#post<Runtime.GetPropertiesReturnType>('Runtime.getProperties', params).result;
  }

  /** The live value behind what the inspector shows; `via` is any object of the same context. */
  live(remote: Runtime.RemoteObject | undefined, via: string): unknown {
    if (!remote) return undefined;
    const { objectId, unserializableValue, value } = remote;
    const argument = objectId ? { objectId } : unserializableValue ? { unserializableValue } : { value };
    const functionDeclaration = `function (value) { ${SLOT_EXPRESSION} = value; }`;
    this.#post('Runtime.callFunctionOn', { objectId: via, arguments: [argument], functionDeclaration });
    // an object of a test runner's realm, found in a heap snapshot, is handed over there
    const from = SLOT in realm ? realm : (globalThis as unknown as typeof realm);
    const live = from[SLOT];
    delete from[SLOT];
    return live;
  }

  /** The number of an object in heap snapshots. */
  heapId(value: unknown): number {
    const { objectId } = this.mirror(value);
    const answer = this.#post<HeapProfiler.GetHeapObjectIdReturnType>('HeapProfiler.getHeapObjectId', { objectId });
    return Number(answer.heapSnapshotObjectId);
  }

  /** The live object with a number in a heap snapshot. */
  heapObject(heapId: number): unknown {
    const params = { objectId: String(heapId), objectGroup: GROUP };
    const method = 'HeapProfiler.getObjectByHeapObjectId';
    const { result } = this.#post<HeapProfiler.GetObjectByHeapObjectIdReturnType>(method, params);
    return this.live(result, result.objectId as string);
  }

  /** Node answers in-process sessions before `post` returns. */
  #post<T = void>(method: string, params: object = {}): T {
    let failure: Error | null = null;
    let answer: T | undefined;
    this.#session.post(method, params, (error, result) => {
      failure = error;
      answer = result as T;
    });
    if (failure) throw failure;
    return answer as T;
  }
}
