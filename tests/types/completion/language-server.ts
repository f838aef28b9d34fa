import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

interface Item {
  readonly label: string;
}

/** TypeScript's language server, as an editor talks to it. */
export class LanguageServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: MessageConnection,
  ) {}

  /** Starts the server of a `tsc`. */
  static async start(tsc: string): Promise<LanguageServer> {
    const process = spawn(globalThis.process.execPath, [tsc, '--lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    connection.listen();
    await connection.sendRequest('initialize', { processId: globalThis.process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    return new LanguageServer(process, connection);
  }

  /** Opens a file, with text of the editor in place of its own. */
  open(file: string, text = readFileSync(file, 'utf8')): Promise<void> {
    const uri = pathToFileURL(file).href;
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'typescript', version: 1, text },
    });
  }

  /** What the editor offers at a place of a file that is open, in order; without the mark of optional properties. */
  async complete(file: string, offset: number, text: string): Promise<string[]> {
    const lines = text.slice(0, offset).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length };
    const textDocument = { uri: pathToFileURL(file).href };
    const list = await this.connection.sendRequest<{ items: Item[] } | Item[] | null>('textDocument/completion', {
      textDocument,
      position,
    });
    const items = Array.isArray(list) ? list : (list?.items ?? []);
    return items.map(({ label }) => label.replace(/\?$/, '')).sort();
  }

  async stop(): Promise<void> {
    this.connection.dispose();
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }
}
