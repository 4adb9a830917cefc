import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server got it. */
export interface ModelRequest {
  path: string;
  headers: IncomingMessage['headers'];
  raw: string;
  /** The parsed body of a chat question; {} for others. */
  body: {
    model?: string;
    response_format?: { type: string };
    messages?: { role: string; content: string }[];
  };
}

/** The part of a question that the tests look at. */
export interface Asked {
  之前: { 谁: string; 说: string }[];
  已有的事: { 编号: number; 状态: string; 说: string }[];
  这一条: { 谁: string; 说: string; 引用?: string };
}

export type Answer = (request: ModelRequest, response: ServerResponse) => void | Promise<void>;

/** A local server that speaks the OpenAI protocol, as a test wants it to. */
export class ModelServer {
  readonly requests: ModelRequest[] = [];
  private server: Server | null = null;
  url = '';

  constructor(public answer: Answer = (_request, response) => says(response, IGNORE)) {}

  async start(): Promise<this> {
    const server = createServer((request, response) => void this.handle(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Everything that ever reached it, as one text. */
  get all(): string {
    return this.requests.map(({ raw }) => raw).join('\n');
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const raw = Buffer.concat(parts).toString('utf8');
    const body = request.headers['content-type']?.startsWith('application/json') ? (JSON.parse(raw) as ModelRequest['body']) : {}; // prettier-ignore
    const got = { path: request.url ?? '', headers: request.headers, raw, body };
    this.requests.push(got);
    await this.answer(got, response);
  }
}

export const IGNORE = { action: 'ignore', matter: 0, kind: 'petition', category: 'other', urgency: 'normal' };
export const OPEN = { ...IGNORE, action: 'open', category: 'utility' };

/** What the question of a request says. */
export function asked(request: ModelRequest | undefined): Asked {
  return JSON.parse(request?.body.messages?.find(({ role }) => role === 'user')?.content ?? '{}') as Asked;
}

/** Answers like a chat endpoint; an object becomes the JSON that the model would write. */
export function says(response: ServerResponse, content: object | string, more: object = {}): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  json(response, 200, { choices: [{ index: 0, message: { role: 'assistant', content: text, ...more } }] });
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
