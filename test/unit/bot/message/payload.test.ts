import { contentOf, readPayload } from '../../../../src/bot/message/payload.js';
import { GarbageError } from '../../../../src/bot/gateway/fault.js';

const RAW = {
  talkerId: 'a',
  roomId: 'r',
  listenerId: '',
  text: 'x',
  filename: '',
  mentionIdList: [],
  timestamp: 1,
  type: 7,
};

describe('readPayload', () => {
  it('takes a whole payload as it is', () => {
    expect(readPayload(RAW)).toEqual(RAW);
  });
  it('fills what may be missing', () => {
    expect(readPayload({ talkerId: 'a', mentionIdList: ['', 'b'] })).toEqual({
      talkerId: 'a', roomId: '', listenerId: '', text: '', filename: '', mentionIdList: ['b'], timestamp: 0, type: 0,
    }); // prettier-ignore
  });
  it('bounds the text', () => {
    expect(readPayload({ ...RAW, text: 'x'.repeat(200_000) }).text).toHaveLength(100_000);
  });
  it.each([
    null,
    'text',
    {},
    { ...RAW, talkerId: '' },
    { ...RAW, text: 5 },
    { ...RAW, mentionIdList: 'all' },
  ])('refuses %p, naming fields alone', (raw) => {
    expect(() => readPayload(raw)).toThrow(GarbageError);
  });
});

describe('contentOf', () => {
  const content = (fields: Partial<typeof RAW>, extras = {}): ReturnType<typeof contentOf> =>
    contentOf(readPayload({ ...RAW, ...fields }), extras);

  it('keeps a place without its fields as a place', () => {
    expect(content({ type: 8, text: '三组桥头' })).toEqual({
      type: 'location', text: '三组桥头', reply: '三组桥头', quote: null,
    }); // prettier-ignore
    expect(content({ type: 8, text: '<msg/>' }).text).toBe('');
  });
  it('calls a place by its name when it has no address', () => {
    const location = { latitude: 1, longitude: 2, name: '村委会', address: '' };
    expect(content({ type: 8 }, { location })).toMatchObject({ text: '村委会', location });
  });
  it('reads no quote in what is no text', () => {
    expect(content({ type: 14 }, { title: '「甲：乙」\n- - - -\n登记' })).toMatchObject({
      quote: null,
      type: 'link',
    });
  });
  it('a recall has no text of its own', () => {
    expect(content({ type: 13, text: 'msg_1' })).toEqual({
      type: 'recalled', text: '', reply: '', quote: null, recalls: 'msg_1',
    }); // prettier-ignore
  });
});
