import { PuppetMock } from 'wechaty-puppet-mock';

const TEXT = 7;
export const BOT = 'wxid_bot';

/** The account's side of a county, as the simulated village's puppet has it, with nothing but what a benchmark needs. */
export class CountyPuppet extends PuppetMock {
  messages = new Map();
  rooms = new Map();
  sent = [];
  /** Told when the payload of a message was asked for the first time. */
  fetched = () => undefined;
  ids = 0;

  constructor(rooms) {
    super();
    for (const room of rooms) this.rooms.set(room.id, room);
  }

  async onStart() {
    await super.onStart();
    this.login(BOT);
  }

  async contactList() {
    return [BOT];
  }

  async contactPayload(id) {
    return { id, name: `名${id.slice(-6)}`, avatar: '', friend: true, gender: 0, type: 1, phone: [] };
  }

  contactRawPayload(id) {
    return this.contactPayload(id);
  }

  async roomList() {
    return [...this.rooms.keys()];
  }

  async roomPayload(id) {
    const room = this.rooms.get(id);
    return { id, topic: room.topic, memberIdList: [BOT, ...room.members], adminIdList: [] };
  }

  roomRawPayload(id) {
    return this.roomPayload(id);
  }

  async roomMemberList(id) {
    return [BOT, ...this.rooms.get(id).members];
  }

  async roomMemberPayload(_room, id) {
    return { id, name: `名${id.slice(-6)}`, avatar: '', roomAlias: '' };
  }

  async messagePayload(id) {
    const one = this.messages.get(id);
    if (!one) throw new Error(`no message ${id}`);
    if (!one.asked) {
      one.asked = true;
      this.fetched(id);
    }
    return one.payload;
  }

  messageRawPayload(id) {
    return this.messagePayload(id);
  }

  /** What the client has fetched it asks for no more. */
  forgetAsked() {
    for (const [id, { asked }] of this.messages) if (asked) this.messages.delete(id);
  }

  async messageSendText(chat, text, mentions) {
    this.ids += 1;
    const id = `own_${this.ids}`;
    this.sent.push({ at: Date.now(), chat, text, mentions: mentions ?? [] });
    const to = chat.includes('@') ? { roomId: chat } : { listenerId: chat };
    this.say(id, { talkerId: BOT, text, timestamp: Date.now(), ...to });
    return id;
  }

  async messageSendFile(chat, file) {
    this.ids += 1;
    const id = `own_${this.ids}`;
    const { length } = await file.toBuffer();
    this.sent.push({ at: Date.now(), chat, text: '', file: file.name, bytes: length, mentions: [] });
    const to = chat.includes('@') ? { roomId: chat } : { listenerId: chat };
    this.say(id, { talkerId: BOT, text: file.name, timestamp: Date.now(), ...to });
    return id;
  }

  ding(data) {
    setTimeout(() => this.emit('dong', { data: data ?? '' }), 5);
  }

  /** A message comes: its id goes to the client, its payload waits to be asked for. */
  say(id, payload) {
    this.messages.set(id, { asked: false, payload: { id, type: TEXT, mentionIdList: [], ...payload } });
    this.emit('message', { messageId: id });
  }
}
