import type { Scene } from '../../support/account-scene.js';
import { openAccount } from '../../support/account-scene.js';
import { eventually, sleep } from '../../support/eventually.js';
import { TestGateway } from '../../support/gateway.js';

const ROOM = 'village@chatroom';

describe('rooms, people and requests', () => {
  let gateway: TestGateway;
  let scene: Scene;

  beforeAll(async () => {
    gateway = await TestGateway.start();
    for (const id of ['wxid_he', 'wxid_zhou', 'wxid_li']) gateway.person(id, id);
    gateway.person('wxid_stranger', '外乡人', false);
    gateway.room(ROOM, '石门社区监督服务群', ['wxid_he', 'wxid_zhou']);
    gateway.room('work@chatroom', '店门镇工作群', ['wxid_li']);
    scene = openAccount({
      port: gateway.port,
      accept: (what) => what.includes('我是') || what.includes('工作群'),
    });
    await eventually('login', () => scene.told.logins.length > 0);
  });
  afterAll(async () => {
    await scene.account.stop(1000);
    await gateway.stop();
  });

  it('lists the rooms with topics and members', async () => {
    const rooms = await scene.account.rooms();
    expect(rooms.sort((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: ROOM, topic: '石门社区监督服务群', memberIds: ['wxid_bot', 'wxid_he', 'wxid_zhou'] },
      { id: 'work@chatroom', topic: '店门镇工作群', memberIds: ['wxid_bot', 'wxid_li'] },
    ]);
  });

  it('sees a changed topic and a new member, and is told of both', async () => {
    const room = gateway.mocker.RoomMock.load(ROOM);
    const li = gateway.mocker.ContactMock.load('wxid_li');
    expect((await scene.account.room(ROOM))?.topic).toBe('石门社区监督服务群');
    room.topic('石门群').by(li);
    room.add(li).by(gateway.mocker.ContactMock.load('wxid_he'));
    await eventually('both', () => scene.told.rooms.length === 2);
    expect(scene.told.rooms).toEqual([
      { topic: { roomId: ROOM, topic: '石门群', changerId: 'wxid_li' } },
      { join: { roomId: ROOM, inviteeIds: ['wxid_li'], inviterId: 'wxid_he', selfJoined: false } },
    ]);
    expect((await scene.account.room(ROOM))?.topic).toBe('石门群');
    expect(await scene.account.members(ROOM)).toContain('wxid_li');
  });

  it('knows its own coming and going', async () => {
    const before = scene.told.rooms.length;
    const timestamp = Date.now();
    gateway.puppet.emit('room-join', {
      roomId: ROOM,
      inviteeIdList: ['wxid_bot'],
      inviterId: 'wxid_he',
      timestamp,
    });
    gateway.puppet.emit('room-leave', {
      roomId: ROOM,
      removeeIdList: ['wxid_bot'],
      removerId: 'wxid_he',
      timestamp,
    });
    await eventually('both', () => scene.told.rooms.length === before + 2);
    expect(scene.told.rooms.slice(before)).toMatchObject([
      { join: { selfJoined: true } },
      { leave: { removedIds: ['wxid_bot'], selfLeft: true } },
    ]);
  });

  it('knows no room and no contact that are not there', async () => {
    expect(await scene.account.room('none@chatroom')).toBeNull();
    expect(await scene.account.contact('nobody')).toBeNull();
  });

  it('knows whom it can write to', async () => {
    expect(await scene.account.contact('wxid_stranger')).toEqual({ name: '外乡人', friend: false });
    expect(await scene.account.say.canWriteTo('wxid_he')).toBe(true);
    expect(await scene.account.say.canWriteTo('wxid_stranger')).toBe(false);
    expect(await scene.account.say.canWriteTo('nobody')).toBe(false);
  });

  it('accepts the friend requests and invitations that the house accepts', async () => {
    const { puppet } = gateway;
    puppet.friendships.set('f1', {
      id: 'f1',
      contactId: 'wxid_new',
      hello: '我是李望秋 123456',
      type: 2,
      ticket: 't',
    });
    puppet.friendships.set('f2', { id: 'f2', contactId: 'wxid_ad', hello: '加我发财', type: 2, ticket: 't' });
    puppet.friendships.set('f3', { id: 'f3', contactId: 'wxid_old', hello: '', type: 1, ticket: 't' });
    const invited = {
      inviterId: 'wxid_li',
      memberCount: 3,
      memberIdList: [],
      invitation: '',
      avatar: '',
      receiverId: '',
    };
    puppet.invitations.set('i1', { ...invited, id: 'i1', topic: '县群众工作群', timestamp: 1 });
    puppet.invitations.set('i2', { ...invited, id: 'i2', topic: '兼职群', timestamp: 1 });
    for (const friendshipId of ['f1', 'f2', 'f3']) puppet.emit('friendship', { friendshipId });
    for (const roomInvitationId of ['i1', 'i2']) puppet.emit('room-invite', { roomInvitationId });
    await eventually('accepted', () => puppet.accepted.length === 2);
    await eventually(
      'asked',
      () => scene.told.friendships.length === 2 && scene.told.invitations.length === 2,
    );
    await sleep(100);
    expect(puppet.accepted.sort()).toEqual(['f1', 'i1']);
    expect(scene.told.friendships[0]).toEqual({ contactId: 'wxid_new', hello: '我是李望秋 123456' });
    expect(scene.told.invitations).toContainEqual({ inviterId: 'wxid_li', topic: '县群众工作群' });
  });
});
