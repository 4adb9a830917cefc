import { PassThrough, Readable } from 'node:stream';
import { classifyStream } from '../../src/cli-classify.js';
import { judgeOf, type ReaderFlags } from '../../src/cli-reader.js';
import { StartFault } from '../../src/main/fault.js';
import { asked, json, ModelServer, OPEN, says } from '../support/model-server.js';
import { shippedRecogniser } from '../support/recogniser.js';

interface Out {
  group: string;
  seq: number;
  action: string;
  matter: number | null;
  ask: boolean;
}

const line = (group: string, seq: number, text: string): string =>
  JSON.stringify({
    group, seq, t: `2026-03-02T08:${String(seq).padStart(2, '0')}:00+08:00`, who: `v${seq}`, name: `邻居${seq}`,
    role: 'villager', type: 'text', text,
  }); // prettier-ignore

async function run(
  flags: ReaderFlags,
  lines: string[],
): Promise<{ exit: number; out: Out[]; errors: string }> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const judge = judgeOf(flags, shippedRecogniser(), 'sk-cli');
  const exit = await classifyStream(Readable.from([`${lines.join('\n')}\n`]), output, errors, judge);
  output.end();
  errors.end();
  const text = await whole(output);
  const out = text.trim().split('\n').map((one) => JSON.parse(one) as Out); // prettier-ignore
  return { exit, out, errors: await whole(errors) };
}

async function whole(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream) text += String(part);
  return text;
}

describe('classify --reader', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await new ModelServer().start();
  });
  afterEach(() => server.stop());

  const lines = ['厕所好臭', '哈哈哈哈', '三组又停水了 三天了', '村主任把低保给了他亲弟弟'].map((text, i) =>
    line('甲村', i + 1, text),
  );

  it('settles what is unsure, in the contract’s form and order, and says on stderr what it did', async () => {
    server.answer = (_, response) => says(response, OPEN);
    const plain = await run({}, lines);
    const { exit, out, errors } = await run({ reader: server.url, readerModel: 'qwen' }, lines);
    expect(exit).toBe(0);
    expect(Object.keys(out[0] ?? {})).toEqual(Object.keys(plain.out[0] ?? {}));
    expect(out.map((one) => one.seq)).toEqual([1, 2, 3, 4]);
    const wanted = plain.out.map((one) => (one.ask ? { ...one, action: 'open', matter: one.seq } : one));
    expect(out.map((one) => [one.action, one.matter])).toEqual(wanted.map((one) => [one.action, one.matter]));
    expect(plain.out[3]).toMatchObject({ ask: false, sealed: true });
    expect(server.requests.map((one) => asked(one).这一条.说)).not.toContain('村主任把低保给了他亲弟弟');
    const count = plain.out.filter((one) => one.ask).length;
    expect(errors).toBe(`second reader: asked ${count}, settled ${count}\n`);
    expect(plain.errors).toBe('');
  });

  it('a reader that fails leaves the output as without', async () => {
    const plain = await run({}, lines);
    server.answer = (_, response) => json(response, 500, {});
    const { out, errors } = await run({ reader: server.url, readerModel: 'qwen' }, lines);
    expect(out).toEqual(plain.out);
    expect(errors).toMatch(/^second reader: asked \d+, refused \d+/u);
  });

  it('groups do not wait for one another, yet every line stands where it stood', async () => {
    let most = 0;
    let now = 0;
    server.answer = async (_, response) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 40));
      now -= 1;
      says(response, OPEN);
    };
    const many = Array.from({ length: 12 }, (_, i) => line(`村${i % 3}`, i + 1, `${i}组又停水了 三天了`));
    const { out } = await run({ reader: server.url, readerModel: 'qwen' }, many);
    expect(out.map((one) => one.seq)).toEqual(many.map((_, i) => i + 1));
    expect(most).toBe(3);
  });

  it.each<[ReaderFlags, string]>([
    [{ reader: 'qwen', readerModel: 'q' }, '--reader qwen is no server'],
    [{ reader: 'http://me:pw@a/v1', readerModel: 'q' }, 'is no server'],
    [{ reader: 'http://a/v1', readerModel: 'q', readerTimeout: 'soon' }, '--reader-timeout soon is no time'],
  ])('refuses %j', (flags, line) => {
    expect(() => judgeOf(flags, shippedRecogniser(), undefined)).toThrow(StartFault);
    expect(() => judgeOf(flags, shippedRecogniser(), undefined)).toThrow(line);
  });
});
