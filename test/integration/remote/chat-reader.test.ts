import { chatReader } from '../../../src/remote/chat-reader.js';
import { StoppedError } from '../../../src/remote/fault.js';
import type { RemoteLimits } from '../../../src/remote/guard.js';
import type { Question } from '../../../src/recognise/second/question.js';
import { guarded } from '../../support/guarded.js';
import { json, ModelServer, OPEN, says, type Answer } from '../../support/model-server.js';

const QUESTION: Question = {
  before: [],
  line: { who: '甲（村民）', speaker: 'villager', text: '又没水了', quotes: null },
  matters: [],
};
const good: Answer = (_request, response) => says(response, OPEN);

describe('the second reader behind an endpoint', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await new ModelServer(good).start();
  });
  afterEach(() => server.stop());

  function reader(limits: Partial<RemoteLimits> = {}, key: string | null = null, url = server.url) {
    const { guard, clock, counts } = guarded(limits);
    const extra = { model: 'other', chat_template_kwargs: { enable_thinking: false } };
    const ask = chatReader({ endpoint: { url, model: 'qwen', key }, guard, extra });
    return { ask: () => ask(QUESTION), guard, clock, counts };
  }

  it('asks in the protocol’s words and reads the decision', async () => {
    const { ask, counts } = reader({}, 'sk-1');
    expect(await ask()).toEqual(OPEN);
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer sk-1',
      'content-type': 'application/json',
    });
    expect(request?.body).toMatchObject({
      model: 'qwen',
      temperature: 0,
      stream: false,
      chat_template_kwargs: { enable_thinking: false },
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    expect(counts).toEqual(['asked', 'settled']);
  });

  it('takes the address with or without the path, and sends no key where there is none', async () => {
    await reader({}, null, `${server.url}/chat/completions`).ask();
    await reader({}, null, `${server.url}/`).ask();
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/chat/completions']);
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('asks less strictly where the form is refused, and remembers it', async () => {
    server.answer = ({ body }, response) =>
      body.response_format?.type === 'json_schema'
        ? json(response, 400, { error: 'no' })
        : says(response, OPEN);
    const { ask } = reader();
    expect(await ask()).toEqual(OPEN);
    expect(await ask()).toEqual(OPEN);
    expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
  });

  it.each<[string, Answer]>([
    ['words', (_, response) => says(response, '这是诉求')],
    ['no decision', (_, response) => says(response, { action: 'close_all', matter: 1 })],
    ['a tool call', (_, response) => says(response, OPEN, { tool_calls: [{ function: { name: 'rm' } }] })],
    [
      'nothing but a tool call',
      (_, response) => json(response, 200, { choices: [{ message: { content: null } }] }),
    ],
    ['another protocol', (_, response) => json(response, 200, { hello: 1 })],
    ['no choices', (_, response) => json(response, 200, { choices: [] })],
    ['no JSON', (_, response) => void response.end('<html>')],
    ['a huge body', (_, response) => says(response, 'x'.repeat(300_000))],
    [
      'a body that breaks off',
      (_, response) => void (response.write('{"choices"'), setTimeout(() => response.destroy(), 20)),
    ],
    ['500', (_, response) => json(response, 500, {})],
    ['429', (_, response) => json(response, 429, {})],
    ['401', (_, response) => json(response, 401, {})],
  ])('counts for nothing when it answers %s', async (_what, answer) => {
    server.answer = answer;
    expect(await reader().ask()).toBeNull();
  });

  it('follows no redirect', async () => {
    const elsewhere = await new ModelServer(good).start();
    for (const status of [301, 302, 307, 308]) {
      server.answer = (_, response) =>
        void response.writeHead(status, { location: `${elsewhere.url}/chat/completions` }).end();
      expect(await reader({}, 'sk-1').ask()).toBeNull();
    }
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
  });

  it('is not waited for longer than the time limit, thinking or writing', async () => {
    const answers: Answer[] = [
      () => undefined,
      (_, response) => void response.writeHead(200).write('{"choices"'),
    ];
    for (const answer of answers) {
      server.answer = answer;
      const { ask, counts } = reader({ timeoutMs: 150 });
      const started = performance.now();
      expect(await ask()).toBeNull();
      expect(performance.now() - started).toBeLessThan(1_500);
      expect(counts).toEqual(['asked', 'timeout']);
    }
  });

  it('a server that is not there is no answer', async () => {
    const { ask, counts } = reader();
    await server.stop();
    expect(await ask()).toBeNull();
    expect(counts).toEqual(['asked', 'unreachable']);
  });

  it.each([429, 500])(
    'after three times %i it is left alone, and asked again after a minute',
    async (status) => {
      server.answer = (_, response) => json(response, status, {});
      const { ask, clock, counts, guard } = reader();
      for (let i = 0; i < 5; i++) expect(await ask()).toBeNull();
      expect(server.requests).toHaveLength(3);
      expect(guard.state).toBe('open');
      expect(counts.slice(-2)).toEqual(['breaker', 'breaker']);
      server.answer = good;
      clock.at += 60_000;
      expect(await ask()).toEqual(OPEN);
      expect(guard.state).toBe('closed');
    },
  );

  it('the budget of an hour counts requests; used up, nobody is asked', async () => {
    const { ask, clock, counts, guard } = reader({ perHour: 2 });
    expect([await ask(), await ask(), await ask()]).toEqual([OPEN, OPEN, null]);
    expect(server.requests).toHaveLength(2);
    expect([counts.at(-1), guard.state]).toEqual(['budget', 'closed']);
    clock.at += 3_600_000;
    expect(await ask()).toEqual(OPEN);
  });

  it('so many at one time, twice as many in a row, the others are not held up', async () => {
    let most = 0;
    let now = 0;
    server.answer = async (_, response) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 50));
      now -= 1;
      says(response, OPEN);
    };
    const { ask, counts } = reader({ atOnce: 2 });
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    expect(answers.filter((one) => one !== null)).toHaveLength(6);
    expect(counts.filter((one) => one === 'busy')).toHaveLength(4);
    expect(most).toBe(2);
  });

  it('at a stop it ends at once, without an answer that could count', async () => {
    server.answer = () => undefined;
    const { ask, guard, counts } = reader({ timeoutMs: 10_000 });
    const asking = ask();
    setTimeout(() => guard.stop(), 50);
    await expect(asking).rejects.toBeInstanceOf(StoppedError);
    await expect(ask()).rejects.toBeInstanceOf(StoppedError);
    expect(counts).toEqual(['asked']);
  });
});
