import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service on this machine that speaks OpenAI's API, as far as Flink's provider of models asks it. */
export interface OpenAiService extends AsyncDisposable {
  /** The base of its addresses. */
  readonly address: string;
  /** What it was asked, in the order in which it came. */
  readonly asked: { readonly path: string; readonly body: Request; readonly key: string | undefined }[];
}
interface Request {
  readonly model: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly input?: string;
}

/** Starts it. It answers chats by `answer`, which may throw, and embeddings by the lengths of the words. */
export async function startOpenAi(answer: (text: string) => string): Promise<OpenAiService> {
  const asked: OpenAiService['asked'] = [];
  const reply = async (request: IncomingMessage): Promise<object> => {
    const body: Request = JSON.parse((await request.toArray()).join(''));
    asked.push({ path: request.url ?? '', body, key: request.headers.authorization });
    return body.input === undefined
      ? { ...CHAT, choices: [choice(answer(body.messages?.at(-1)?.content ?? ''))] }
      : { ...EMBEDDINGS, data: [{ object: 'embedding', index: 0, embedding: body.input.split(' ').map(length) }] };
  };
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    try {
      response.end(JSON.stringify(await reply(request)));
    } catch (error) {
      response.writeHead(400).end(JSON.stringify({ error: { message: (error as Error).message, type: 'refused' } }));
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/v1`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

const USAGE = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const CHAT = { id: 'c', object: 'chat.completion', created: 0, model: 'm', usage: USAGE };
const EMBEDDINGS = { object: 'list', model: 'm', usage: USAGE };
const length = (word: string) => word.length;
const choice = (content: string) => ({
  index: 0,
  finish_reason: 'stop',
  logprobs: null,
  message: { role: 'assistant', content, refusal: null },
});
