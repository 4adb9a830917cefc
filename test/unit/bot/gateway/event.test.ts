import { readEvent } from '../../../../src/bot/gateway/event.js';
import { pb } from '../../../../src/bot/gateway/protocol.js';

const TYPE = pb.EventType;
const read = (type: number, payload: unknown): unknown => readEvent(type, JSON.stringify(payload));

describe('readEvent', () => {
  it.each([
    ['message', TYPE.EVENT_TYPE_MESSAGE, { messageId: '7' }],
    ['login', TYPE.EVENT_TYPE_LOGIN, { contactId: 'wxid' }],
    ['scan', TYPE.EVENT_TYPE_SCAN, { qrcode: 'https://x', status: 2 }],
    ['friendship', TYPE.EVENT_TYPE_FRIENDSHIP, { friendshipId: 'f' }],
    ['room-invite', TYPE.EVENT_TYPE_ROOM_INVITE, { roomInvitationId: 'i' }],
    ['room-join', TYPE.EVENT_TYPE_ROOM_JOIN, { roomId: 'r', inviteeIdList: ['a'], inviterId: 'b' }],
    ['room-leave', TYPE.EVENT_TYPE_ROOM_LEAVE, { roomId: 'r', removeeIdList: ['a'], removerId: 'b' }],
    ['room-topic', TYPE.EVENT_TYPE_ROOM_TOPIC, { roomId: 'r', newTopic: '群', changerId: 'b' }],
    ['dirty', TYPE.EVENT_TYPE_DIRTY, { payloadType: 3, payloadId: 'r' }],
  ])('reads %s', (name, type, payload) => {
    expect(read(type, payload)).toEqual({ name, payload });
  });

  it('drops fields that it does not know', () => {
    expect(read(TYPE.EVENT_TYPE_MESSAGE, { messageId: '7', text: 'x' })).toEqual({
      name: 'message',
      payload: { messageId: '7' },
    });
  });

  it('takes null and nothing for what may be missing', () => {
    expect(read(TYPE.EVENT_TYPE_LOGOUT, { contactId: null })).toEqual({
      name: 'logout',
      payload: { contactId: '' },
    });
    expect(read(TYPE.EVENT_TYPE_ROOM_JOIN, { roomId: 'r', inviteeIdList: [] })).toEqual({
      name: 'room-join',
      payload: { roomId: 'r', inviteeIdList: [], inviterId: '' },
    });
    expect(read(TYPE.EVENT_TYPE_HEARTBEAT, {})).toEqual({ name: 'heartbeat', payload: {} });
    expect(read(TYPE.EVENT_TYPE_ERROR, { data: 'x' })).toEqual({ name: 'error', payload: { data: 'x' } });
  });

  it.each([
    [TYPE.EVENT_TYPE_MESSAGE, { messageId: '' }, 'message: messageId (too_small)'],
    [TYPE.EVENT_TYPE_MESSAGE, 'secret words', 'message: payload (invalid_type)'],
    [TYPE.EVENT_TYPE_LOGIN, {}, 'login: contactId (invalid_type)'],
    [TYPE.EVENT_TYPE_DIRTY, { payloadType: 0, payloadId: 'x' }, 'dirty: payloadType (too_small)'],
    [99, { messageId: '7' }, 'unknown event type 99'],
  ])('calls event %p with %p garbage, naming fields and no content', (type, payload, why) => {
    expect(read(type, payload)).toEqual({ name: 'garbage', why });
  });

  it('calls what is no JSON garbage', () => {
    expect(readEvent(TYPE.EVENT_TYPE_MESSAGE, '{"messageId":')).toEqual({
      name: 'garbage',
      why: 'message: payload is no JSON',
    });
  });
});
