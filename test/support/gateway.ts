import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { FileBoxInterface } from 'file-box';
import type { payloads, types } from 'wechaty-puppet';
import { log } from 'wechaty-puppet';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { PuppetServer } from 'wechaty-puppet-service';

log.level('silent');

export const TOKEN = 'insecure_test';
const TYPE_TEXT = 7 as types.Message;

export interface SentText {
  id: string;
  chat: string;
  text: string;
  mentions: string[];
}

/** wechaty-puppet-mock with what it lacks, and with faults at will. */
export class FaultyPuppet extends PuppetMock {
  readonly sent: SentText[] = [];
  readonly files: { chat: string; name: string; bytes: Buffer }[] = [];
  readonly calls = { logout: 0, stop: 0, start: 0 };
  readonly roomAliases = new Map<string, string>();
  readonly locations = new Map<string, payloads.Location>();
  readonly friendships = new Map<string, unknown>();
  readonly invitations = new Map<string, unknown>();
  readonly accepted: string[] = [];
  dongMs: number | null = 20;
  /** Awaited before a payload is given; throws for a payload that cannot be read. */
  beforePayload: (id: string) => Promise<void> = async () => undefined;
  /** Awaited before (`left: false`) and after a text has gone out. */
  onSend: (text: string, left: boolean) => Promise<void> = async () => undefined;
  beforeMember: () => Promise<void> = async () => undefined;
  #ids = 0;

  nextId(): string {
    this.#ids += 1;
    return `msg_${process.pid}_${this.#ids}`;
  }

  override async onStart(): Promise<void> {
    this.calls.start += 1;
    await super.onStart();
  }
  override async onStop(): Promise<void> {
    this.calls.stop += 1;
    await super.onStop();
  }
  override async logout(reason?: string): Promise<void> {
    this.calls.logout += 1;
    await super.logout(reason);
  }

  override ding(data?: string): void {
    if (this.dongMs === null) return;
    setTimeout(() => this.emit('dong', { data: data ?? '' }), this.dongMs);
  }

  override async messagePayload(id: string): Promise<payloads.Message> {
    await this.beforePayload(id);
    return super.messagePayload(id);
  }

  override async roomMemberRawPayload(roomId: string, contactId: string): Promise<payloads.RoomMember> {
    await this.beforeMember();
    const member = await super.roomMemberRawPayload(roomId, contactId);
    return { ...member, roomAlias: this.roomAliases.get(`${roomId} ${contactId}`) ?? '' };
  }

  override async messageLocation(id: string): Promise<payloads.Location> {
    const place = this.locations.get(id);
    if (!place) throw new Error('no location');
    return place;
  }

  /** Exactly what a real puppet does: says it, gives the id, and hears its own message. */
  override async messageSendText(chat: string, text: string, mentions?: string[]): Promise<never> {
    await this.onSend(text, false);
    const id = this.nextId();
    this.sent.push({ id, chat, text, mentions: mentions ?? [] });
    const to = chat.includes('@') ? { roomId: chat, listenerId: '' } : { roomId: '', listenerId: chat };
    this.post({ id, talkerId: this.currentUserId, text, ...to });
    await this.onSend(text, true);
    return id as never;
  }

  override async messageSendFile(chat: string, box: FileBoxInterface): Promise<never> {
    await this.onSend(box.name, false);
    const id = this.nextId();
    this.files.push({ chat, name: box.name, bytes: await box.toBuffer() });
    await this.onSend(box.name, true);
    return id as never;
  }

  override async friendshipRawPayload(id: string): Promise<unknown> {
    return this.friendships.get(id);
  }
  override async friendshipAccept(id: string): Promise<void> {
    this.accepted.push(id);
  }
  override async roomInvitationRawPayload(id: string): Promise<unknown> {
    return this.invitations.get(id);
  }
  override async roomInvitationAccept(id: string): Promise<void> {
    this.accepted.push(id);
  }

  /** A message comes in. Returns its id. */
  post(message: Partial<payloads.Message> & { talkerId: string }): string {
    const id = message.id ?? this.nextId();
    const payload = {
      listenerId: '',
      roomId: '',
      text: '',
      timestamp: Date.now(),
      type: TYPE_TEXT,
      ...message,
      id,
    };
    this.mocker.MessageMock.create(payload);
    this.emit('message', { messageId: id });
    return id;
  }
}

/** A real PuppetServer over a FaultyPuppet, on the loopback; it can go away and come back on its port. */
export class TestGateway {
  readonly mocker = new mock.Mocker();
  readonly puppet: FaultyPuppet;
  readonly #tls: boolean;
  #server: PuppetServer | null = null;

  private constructor(
    readonly port: number,
    tls: boolean,
  ) {
    this.#tls = tls;
    this.puppet = new FaultyPuppet({ mocker: this.mocker });
    this.puppet.on('error', () => undefined);
  }

  static async start(options: { tls?: boolean; login?: boolean } = {}): Promise<TestGateway> {
    const gateway = await TestGateway.prepare(options);
    await gateway.up();
    return gateway;
  }

  /** Everything but the server. */
  static async prepare(options: { tls?: boolean; login?: boolean } = {}): Promise<TestGateway> {
    const gateway = new TestGateway(await freePort(), options.tls ?? false);
    await gateway.puppet.start();
    const bot = gateway.person('wxid_bot', '回音');
    if (options.login ?? true) gateway.mocker.login(bot);
    return gateway;
  }

  get tls(): { disable: boolean } {
    return { disable: !this.#tls };
  }

  person(id: string, name: string, friend = true): InstanceType<typeof mock.ContactMock> {
    return this.mocker.createContact({ id, name, friend });
  }

  room(id: string, topic: string, memberIds: string[]): InstanceType<typeof mock.RoomMock> {
    return this.mocker.createRoom({ id, topic, memberIdList: ['wxid_bot', ...memberIds] });
  }

  async up(): Promise<void> {
    const endpoint = `127.0.0.1:${this.port}`;
    this.#server = new PuppetServer({ endpoint, puppet: this.puppet, token: TOKEN, tls: this.tls });
    await this.#server.start();
  }

  async down(): Promise<void> {
    await this.#server?.stop();
    this.#server = null;
  }

  async restart(awayMs: number): Promise<void> {
    await this.down();
    await new Promise((resolve) => setTimeout(resolve, awayMs));
    await this.up();
  }

  async stop(): Promise<void> {
    await this.down();
    await this.puppet.stop();
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
