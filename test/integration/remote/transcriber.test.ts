import { transcriber } from '../../../src/remote/transcriber.js';
import { guarded } from '../../support/guarded.js';
import { json, ModelServer } from '../../support/model-server.js';

const VOICE = { name: '刘阿婆的语音.MP3', bytes: Buffer.from('ID3 some sound') };

describe('transcription behind an endpoint', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await new ModelServer((_, response) => json(response, 200, { text: ' 二组水管爆了 ' })).start();
  });
  afterEach(() => server.stop());

  function written(limits = {}) {
    const { guard, counts } = guarded(limits);
    return { write: transcriber({ url: server.url, model: 'sense', key: 'k' }, guard), counts, guard };
  }

  it('sends the bytes under a name that says nothing, and reads the words', async () => {
    const { write } = written();
    expect(await write(async () => VOICE)).toBe('二组水管爆了');
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/audio/transcriptions');
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data/u);
    expect(request?.headers.authorization).toBe('Bearer k');
    expect(request?.raw).toContain('filename="voice.mp3"');
    expect(request?.raw).toContain('ID3 some sound');
    expect(request?.raw).toMatch(/name="model"\s+sense/u);
    expect(request?.raw).not.toContain('刘阿婆');
  });

  it('a voice that cannot be had asks nobody and blames nobody', async () => {
    const { write, counts, guard } = written();
    for (let i = 0; i < 4; i++) expect(await write(async () => null)).toBeNull();
    expect(await write(async () => ({ ...VOICE, bytes: Buffer.alloc(0) }))).toBeNull();
    expect([guard.state, server.requests, counts[0]]).toEqual(['closed', [], 'unheard']);
  });

  it('a file that does not come is not waited for beyond the limit', async () => {
    const { write, counts } = written({ timeoutMs: 100 });
    expect(await write(() => new Promise(() => undefined))).toBeNull();
    expect(counts).toEqual(['timeout']);
  });

  it('another form, an error, endless words', async () => {
    const { write } = written();
    server.answer = (_, response) => json(response, 200, { words: [] });
    expect(await write(async () => VOICE)).toBeNull();
    server.answer = (_, response) => json(response, 413, {});
    expect(await write(async () => VOICE)).toBeNull();
    server.answer = (_, response) => json(response, 200, { text: '水'.repeat(9_000) });
    expect(await write(async () => VOICE)).toHaveLength(2_000);
  });
});
