import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { classifyStream } from '../../src/cli-classify.js';
import { judgeOf } from '../../src/cli-reader.js';
import { revealingPair } from '../support/doubtful.js';
import { shippedRecogniser } from '../support/recogniser.js';

interface Out {
  group: string;
  seq: number;
  action: string;
  intent: string;
  matter: number | null;
}

const line = (seq: number, text: string, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    group: '石门村群', seq, t: `2026-03-02T08:${String(seq).padStart(2, '0')}:00+08:00`, who: 'v1', name: '老贺',
    role: 'villager', type: 'text', text, ...more,
  }); // prettier-ignore

const judge = judgeOf({}, shippedRecogniser(), undefined);

/** Runs over whole lines; returns what was written. */
async function classify(lines: string[]): Promise<{ exit: number; out: Out[]; raw: string; errors: string }> {
  const output = new PassThrough();
  const errors = new PassThrough();
  const [raw, complaints] = [collect(output), collect(errors)];
  const exit = await classifyStream(Readable.from([lines.join('\n') + '\n']), output, errors, judge);
  output.end();
  errors.end();
  const text = await raw;
  const out = text.split('\n').filter((one) => one !== '').map((one) => JSON.parse(one) as Out); // prettier-ignore
  return { exit, out, raw: text, errors: await complaints };
}

async function collect(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

describe('classifyStream', () => {
  it('answers each line in order, with all fields of the contract and no other', async () => {
    const { exit, out, errors } = await classify([
      line(1, '早上好'),
      line(2, '三组又停水了 三天了'),
      line(3, '', { type: 'image' }),
    ]);
    expect(exit).toBe(0);
    expect(errors).toBe('');
    expect(out.map((one) => [one.seq, one.action, one.intent, one.matter])).toEqual([
      [1, 'ignore', 'chatter', null],
      [2, 'open', 'petition', 2],
      [3, 'ignore', 'followup', 2],
    ]);
    expect(Object.keys(out[1] ?? {})).toEqual([
      'group', 'seq', 'action', 'intent', 'category', 'urgency', 'sealed', 'matter', 'confidence', 'ask',
    ]); // prettier-ignore
  });

  it('complains of bad lines by number, goes on, and ends with 1', async () => {
    const { exit, out, errors } = await classify([
      line(1, '早上好'),
      '{not json',
      '',
      '[]',
      line(2, '早', { t: 'yesterday' }),
      line(3, '早', { role: 'king' }),
      line(4, '早', { seq: 'four' }),
      line(5, '三组又停水了 三天了'),
    ]);
    expect(exit).toBe(1);
    expect(out.map((one) => one.seq)).toEqual([1, 5]);
    const complaints = errors.trimEnd().split('\n');
    expect(complaints.map((one) => one.slice(0, 7))).toEqual([
      'line 2:',
      'line 3:',
      'line 4:',
      'line 5:',
      'line 6:',
      'line 7:',
    ]);
    expect(complaints[0]).toContain('not JSON');
    expect(complaints[3]).toContain('t: not an ISO 8601 time');
    expect(complaints[4]).toContain('role:');
  });

  it('keeps groups apart and ignores fields it does not know', async () => {
    const { out } = await classify([
      line(1, '桥头路灯不亮了 几天了', { case: true, matter: 'm1' }),
      line(2, '晚上吃什么', { group: '别的群' }),
      line(3, '我家门口那盏也是'),
    ]);
    expect(out.map((one) => [one.group, one.matter])).toEqual([
      ['石门村群', 1],
      ['别的群', null],
      ['石门村群', 1],
    ]);
  });

  it('points back to the line that an answer reveals', async () => {
    const pair = revealingPair();
    const { out } = await classify([
      line(7, pair.said, { name: '老李' }),
      line(9, pair.answered, { who: 'c1', name: '书记', role: 'official' }),
    ]);
    expect(out[1]).toMatchObject({ action: 'open', intent: 'answer', matter: 7 });
  });

  it('writes the same bytes on every run, whatever the chunks', async () => {
    const lines = Array.from({ length: 200 }, (_, i) =>
      line(i % 60, i % 3 === 0 ? '路灯坏了 三天了' : '早上好'),
    );
    const whole = await classify(lines);
    const output = new PassThrough();
    const text = collect(output);
    const bytes = Buffer.from(lines.join('\r\n') + '\r\n');
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
      bytes.subarray(i * 7, i * 7 + 7),
    );
    expect(await classifyStream(Readable.from(pieces), output, new PassThrough(), judge)).toBe(0);
    output.end();
    expect(await text).toBe(whole.raw);
  });

  it('answers a line before the next one has come', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const done = classifyStream(input, output, new PassThrough(), judge);
    input.write(line(1, '三组又停水了 三天了') + '\n');
    const [first] = (await once(output, 'data')) as [Buffer];
    expect(JSON.parse(first.toString())).toMatchObject({ seq: 1, action: 'open' });
    input.end();
    expect(await done).toBe(0);
  });

  it('waits for a slow reader instead of piling up', async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        waiting++;
        most = Math.max(most, waiting);
        setImmediate(() => {
          waiting--;
          done();
        });
      },
    });
    const lines = Array.from({ length: 300 }, (_, i) => line(i % 60, '早'));
    expect(await classifyStream(Readable.from([lines.join('\n')]), slow, new PassThrough(), judge)).toBe(0);
    expect(slow.writableLength).toBeLessThan(2000);
    expect(most).toBe(1);
  });

  it('ends quietly when its reader has gone', async () => {
    const gone = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('gone'), { code: 'EPIPE' }));
      },
    });
    const lines = Array.from({ length: 50 }, (_, i) => line(i, '早'));
    expect(await classifyStream(Readable.from([lines.join('\n')]), gone, new PassThrough(), judge)).toBe(0);
  });
});
