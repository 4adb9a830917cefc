import { namedPlaces, numberedPlaces, shared, topicPairs } from '../../../../src/recognise/text/features.js';

describe('features of a text', () => {
  it('pairs neighbouring topic characters and leaves particles out', () => {
    expect(shared(topicPairs('桥头路灯坏了'), topicPairs('路灯又坏'))).toBe(1);
    expect(topicPairs('我们的了').size).toBe(0);
  });

  it('stops at the limit', () => {
    const text = Array.from({ length: 500 }, (_, i) => String.fromCharCode(0x5000 + i)).join('');
    expect(topicPairs(text, 40).size).toBe(40);
  });

  it('knows a numbered place in either way of writing', () => {
    expect([...numberedPlaces('三组和3组还有12栋')]).toEqual(['3组', '12栋']);
  });

  it('tells named places apart and passes nameless ones', () => {
    expect([...namedPlaces('樟树湾到金鸡坡')]).toEqual(['树湾', '鸡坡']);
    expect(namedPlaces('过桥 大桥 这条街').size).toBe(0);
  });
});
