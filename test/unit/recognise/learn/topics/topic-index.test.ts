import { eachTopic } from '../../../../../src/recognise/learn/topics/topic-index.js';

function topics(text: string): number[] {
  const found: number[] = [];
  eachTopic(text, (topic) => found.push(topic));
  return found;
}

describe('eachTopic', () => {
  it('prefers the longest word at a place', () => {
    expect(topics('出租车')).not.toEqual([...topics('出租'), ...topics('车')]);
  });

  it('names each topic of a word with several, and skips what it does not know', () => {
    expect(topics('会计').length).toBeGreaterThan(0);
    expect(topics('嗯嗯')).toEqual([]);
    expect(topics('嗯小学嗯')).toEqual(topics('小学'));
  });

  it('reads words with letters and numbers as texts are evened out', () => {
    expect(topics('ktv')).toEqual(topics('ktv'));
    expect(topics('ktv').length).toBeGreaterThan(0);
    expect(topics('0s店').length).toBeGreaterThan(0);
  });
});
