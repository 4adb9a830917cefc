import { Names } from '../../../../src/bot/message/names.js';

class Source {
  asked: string[] = [];
  members: Record<string, unknown> = {};
  contacts: Record<string, unknown> = {};
  async roomMemberRawPayload(roomId: string, id: string): Promise<unknown> {
    this.asked.push(`${roomId}/${id}`);
    if (!(id in this.members)) throw new Error('no member');
    return this.members[id];
  }
  async contactRawPayload(id: string): Promise<unknown> {
    this.asked.push(id);
    if (!(id in this.contacts)) throw new Error('no contact');
    return this.contacts[id];
  }
}

describe('Names', () => {
  it('prefers the alias of the room, and asks once for many', async () => {
    const source = new Source();
    source.members = { a: { name: '小满', roomAlias: '周支书' } };
    const names = new Names(source, 60_000);
    const all = await Promise.all([names.of('r', 'a'), names.of('r', 'a'), names.all('r', 'a')]);
    expect(all).toEqual(['周支书', '周支书', ['周支书', '小满']]);
    expect(await names.of('r', 'a')).toBe('周支书');
    expect(source.asked).toEqual(['r/a']);
    expect(names.seenIn('r')).toEqual([{ id: 'a', names: ['周支书', '小满'] }]);
  });

  it('asks for the contact where the room knows nobody of that name', async () => {
    const source = new Source();
    source.contacts = { a: { name: '老贺' } };
    source.members = { b: { name: '', roomAlias: null } };
    const names = new Names(source, 60_000);
    expect(await names.of('r', 'a')).toBe('老贺');
    expect(await names.of('r', 'b')).toBe('');
    expect(await names.of(null, 'a')).toBe('老贺');
    expect(source.asked).toEqual(['r/a', 'a', 'r/b', 'b', 'a']);
  });

  it('asks anew when it is time, and when something changed', async () => {
    const source = new Source();
    source.members = { a: { name: '一', roomAlias: '' } };
    const names = new Names(source, 20);
    await names.of('r', 'a');
    source.members = { a: { name: '二', roomAlias: '' } };
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await names.of('r', 'a')).toBe('二');

    const lasting = new Names(source, 60_000);
    await lasting.of('r', 'a');
    source.members = { a: { name: '三', roomAlias: '' } };
    expect(await lasting.of('r', 'a')).toBe('二');
    lasting.forget('r');
    expect(await lasting.of('r', 'a')).toBe('三');
    source.members = { a: { name: '四', roomAlias: '' } };
    lasting.forget('a');
    expect(await lasting.of('r', 'a')).toBe('四');
  });
});
