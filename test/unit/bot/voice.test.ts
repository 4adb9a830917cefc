import { pino } from 'pino';
import { withWords, type VoiceOptions } from '../../../src/bot/voice.js';
import { contentOf, readPayload } from '../../../src/bot/message/payload.js';
import type { Incoming } from '../../../src/cases/message.js';

const VOICE: Incoming = {
  id: 'm1', chat: { id: 'r@chatroom', room: true }, who: 'v1', name: '刘阿婆', at: 1_000, type: 'audio', text: '', reply: '',
  quote: null, mentions: [], mentionsBot: false, voice: { seconds: 18, transcribed: false },
}; // prettier-ignore

function scene(words: string | null, known: Incoming | null = null) {
  const fetched: [string, number][] = [];
  const options: VoiceOptions = {
    transcribe: async (fetchVoice) => ((await fetchVoice()) ? words : null),
    file: async (id, most) => {
      fetched.push([id, most]);
      return { name: 'a.mp3', bytes: Buffer.from('x') };
    },
    recents: { find: async () => known },
    maxSeconds: 60,
    maxBytes: 1_000,
    log: pino({ level: 'silent' }),
  };
  return { options, fetched };
}

describe('a voice and its words', () => {
  it('the words stand where a written line has them', async () => {
    const { options, fetched } = scene('路灯不亮');
    const heard = await withWords(options, VOICE);
    expect(heard).toEqual({
      ...VOICE,
      text: '路灯不亮',
      reply: '路灯不亮',
      voice: { seconds: 18, transcribed: true },
    });
    expect(fetched).toEqual([['m1', 1_000]]);
  });

  it('no words, or too long: as it is', async () => {
    expect(await withWords(scene(null).options, VOICE)).toBe(VOICE);
    expect(await withWords(scene('').options, VOICE)).toBe(VOICE);
    const { options, fetched } = scene('路灯不亮');
    const long = { ...VOICE, voice: { seconds: 61, transcribed: false } };
    expect(await withWords(options, long)).toBe(long);
    expect(fetched).toEqual([]);
  });

  it('heard before: nobody is asked again', async () => {
    const known: Incoming = { ...VOICE, reply: '路灯不亮', voice: { seconds: 18, transcribed: true } };
    const { options, fetched } = scene('别的', known);
    expect(await withWords(options, VOICE)).toBe(known);
    expect(fetched).toEqual([]);
  });

  it.each([
    ['<msg><voicemsg endflag="1" length="2800" voicelength="17600" clientmsgid="x" /></msg>', 18],
    ['<msg><voicemsg voicelength="300"/></msg>', 1],
    ['<voice/>', null],
    ['voicelength="9000"', null],
  ])('its length stands in the XML: %s', (text, seconds) => {
    const content = contentOf(readPayload({ talkerId: 'v1', roomId: 'r@chatroom', type: 2, text }), {});
    expect(content.voice ?? null).toEqual(seconds === null ? null : { seconds, transcribed: false });
    expect(content).toMatchObject({ type: 'audio', text: '', reply: '' });
  });
});
