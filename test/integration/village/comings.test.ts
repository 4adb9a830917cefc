import type { Village } from '../../../src/village/api.js';
import { startVillage } from '../../../src/village/village.js';
import { connect, until } from '../../support/puppet-client.js';
import type { Client } from '../../support/puppet-client.js';
import { CENSUS } from '../../support/village-census.js';

const CLOCK = { now: () => Date.parse('2026-05-02T08:00:00+08:00') };

describe('people and rooms that come and go', () => {
  let village: Village;
  let client: Client;
  const joined: string[] = [];

  beforeAll(async () => {
    const nameless = {
      name: '周小满',
      contacts: [],
      offices: [{ role: 'village_cadre', place: '店门镇/石门社区' }],
    } as const;
    const officials = [{ ...nameless, contacts: [], offices: [...nameless.offices] }];
    village = await startVillage({ clock: CLOCK, census: { ...CENSUS, officials } });
    client = await connect(village);
    client.puppet.on('room-join', ({ roomId, inviteeIdList }) => {
      joined.push(`${roomId} ${inviteeIdList.join()}`);
    });
  });

  afterAll(async () => {
    await client.stop();
    await village.stop();
  });

  it('gives an official without a contact one that is no friend yet', async () => {
    const zhou = village.people.find((p) => p.name === '周小满');
    expect(zhou?.id).toBe('wxid_new_1');
    expect(village.isFriend('wxid_new_1')).toBe(false);
  });

  it('turns a stranger’s words into a friend request that the bot can accept', async () => {
    const requests: string[] = [];
    client.puppet.on('friendship', ({ friendshipId }) => {
      requests.push(friendshipId);
    });
    village.post({ from: 'wxid_new_1', to: 'bot', text: '绑定 123456' });
    await until(() => requests.length === 1);
    const payload = await client.puppet.friendshipPayload(String(requests[0]));
    expect(payload).toMatchObject({ contactId: 'wxid_new_1', hello: '绑定 123456', type: 2 });
    expect((await client.puppet.contactPayload('wxid_new_1')).friend).toBe(false);
    await client.puppet.friendshipAccept(payload.id);
    expect(village.isFriend('wxid_new_1')).toBe(true);
    const id = village.post({ from: 'wxid_new_1', to: 'bot', text: '在吗' });
    expect(await client.next()).toBe(id);
    expect((await client.puppet.contactPayload('wxid_new_1')).friend).toBe(true);
  });

  it('lets the bot into a new room, by invitation too', async () => {
    village.addPerson({ id: 'wxid_new', name: '新来的' });
    village.addRoom({ id: 'dance@chatroom', topic: '广场舞', members: ['wxid_new'] });
    await until(() => joined.length === 1);
    expect(joined[0]).toBe(`dance@chatroom ${village.bot.id}`);
    expect((await client.puppet.roomPayload('dance@chatroom')).memberIdList).toEqual([
      'wxid_new',
      village.bot.id,
    ]);

    village.addRoom({ id: 'work@chatroom', topic: '另一个群', members: ['wxid_new'], withBot: false });
    const invitations: string[] = [];
    client.puppet.on('room-invite', ({ roomInvitationId }) => {
      invitations.push(roomInvitationId);
    });
    village.invite('wxid_new', 'work@chatroom');
    await until(() => invitations.length === 1);
    const invitation = await client.puppet.roomInvitationPayload(String(invitations[0]));
    expect(invitation).toMatchObject({ inviterId: 'wxid_new', topic: '另一个群' });
    await expect(client.puppet.messageSendText('work@chatroom', '还没进来')).rejects.toThrow('not a member');
    await client.puppet.roomInvitationAccept(invitation.id);
    await until(() => joined.length === 2);
    expect(await client.puppet.messageSendText('work@chatroom', '进来了')).toBeTruthy();
  });

  it('tells of a new topic and of who left', async () => {
    const told: string[] = [];
    client.puppet.on('room-topic', ({ newTopic, oldTopic }) => {
      told.push(`${oldTopic} → ${newTopic}`);
    });
    client.puppet.on('room-leave', ({ removeeIdList }) => {
      told.push(removeeIdList.join());
    });
    expect((await client.puppet.roomPayload('dance@chatroom')).topic).toBe('广场舞');
    village.rename('dance@chatroom', '石门社区监督服务群', 'wxid_new');
    await until(() => told.length === 1);
    expect((await client.puppet.roomPayload('dance@chatroom')).topic).toBe('石门社区监督服务群');
    expect(() => village.post({ from: 'wxid_new', room: '石门社区监督服务群', text: 'x' })).toThrow(
      '请用群号',
    );
    village.leave('dance@chatroom', [village.bot.id]);
    await until(() => told.length === 2);
    expect(told).toEqual(['广场舞 → 石门社区监督服务群', village.bot.id]);
    expect(await client.puppet.roomList()).not.toContain('dance@chatroom');
  });
});
