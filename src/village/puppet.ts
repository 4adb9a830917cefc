import type { FileBoxInterface } from 'file-box';
import { FileBox } from 'file-box';
import * as PUPPET from 'wechaty-puppet';
import { PuppetMock } from 'wechaty-puppet-mock';
import type { Faults } from './api.js';
import { Attempts, wait } from './faults.js';
import { contactPayload, memberPayload, messagePayload, roomPayload } from './payload.js';
import { friendshipPayload, invitationPayload } from './asking-payload.js';
import type { Saying, World } from './world.js';

/** The stock mock's types promise nothing where the interface above it allows the message id. */
type Sent = string & void;

const HEARTBEAT_MS = 15_000;
const SMALL_FILE_BYTES = 20 * 1024;

/**
 * The account's side of the village: what a gateway would know of WeChat. The stock mock keeps every message for ever,
 * ignores mentions and returns no ids; here all is answered from the world, nothing is cached, and own messages get an
 * id and come back as events.
 */
export class VillagePuppet extends PuppetMock {
  private readonly payloadAttempts = new Attempts();
  private readonly fileAttempts = new Attempts();
  private heart: NodeJS.Timeout | undefined;
  /** Set while the account is logged out on the phone: starting does not log it in. */
  loggedOut = false;

  constructor(
    private readonly world: World,
    private readonly faults: Faults,
    /** Makes the bot a member of the room it was invited to. */
    private readonly accepted: (invitationId: string) => void,
  ) {
    super();
  }

  override async onStart(): Promise<void> {
    await super.onStart();
    this.heart = setInterval(() => this.emit('heartbeat', { data: 'village' }), HEARTBEAT_MS).unref();
    if (!this.loggedOut) this.enter();
  }

  override async onStop(): Promise<void> {
    clearInterval(this.heart);
    await super.onStop();
  }

  /** Logs the account in, as if somebody had scanned the code. */
  enter(): void {
    this.loggedOut = false;
    if (this.isLoggedIn) return;
    this.login(this.world.bot.id);
    this.emit('ready', { data: 'village' });
  }

  override async contactList(): Promise<string[]> {
    return [this.world.bot.id, ...this.world.society.friendIds()];
  }

  override async contactPayload(id: string): Promise<PUPPET.payloads.Contact> {
    return contactPayload(id, this.world.society);
  }

  override async contactRawPayload(id: string): Promise<PUPPET.payloads.Contact> {
    return this.contactPayload(id);
  }

  override async roomList(): Promise<string[]> {
    return this.world.society.rooms.filter((r) => r.members.includes(this.world.bot.id)).map((r) => r.id);
  }

  override async roomPayload(id: string): Promise<PUPPET.payloads.Room> {
    return roomPayload(id, this.world.society);
  }

  override async roomRawPayload(id: string): Promise<PUPPET.payloads.Room> {
    return this.roomPayload(id);
  }

  override async roomMemberList(roomId: string): Promise<string[]> {
    return [...this.world.society.room(roomId).members];
  }

  override async roomMemberPayload(roomId: string, id: string): Promise<PUPPET.payloads.RoomMember> {
    return memberPayload(roomId, id, this.world.society);
  }

  override async messagePayload(id: string): Promise<PUPPET.payloads.Message> {
    this.payloadAttempts.check(id, this.faults.payloadError);
    await wait(this.faults.payloadDelayMs);
    const line = this.world.log.get(id);
    if (!line) throw new Error(`no message ${id}`);
    return messagePayload(line, this.world.bot.id);
  }

  override async messageRawPayload(id: string): Promise<PUPPET.payloads.Message> {
    return this.messagePayload(id);
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    this.fileAttempts.check(id, this.faults.fileError);
    const file = await this.world.files.get(id);
    if (!file) throw new Error(`no file for message ${id}`);
    // The gateway of this version cannot write small buffers as JSON, and streams large ones.
    if (file.bytes.length > SMALL_FILE_BYTES) return FileBox.fromBuffer(file.bytes, file.name);
    return FileBox.fromBase64(file.bytes.toString('base64'), file.name);
  }

  override async messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override async messageLocation(id: string): Promise<PUPPET.payloads.Location> {
    const place = this.world.log.get(id)?.place;
    if (!place) throw new Error(`no location in message ${id}`);
    return { accuracy: 15, ...place };
  }

  override async messageUrl(id: string): Promise<PUPPET.payloads.UrlLink> {
    const line = this.world.log.get(id);
    if (line?.type !== 'link') throw new Error(`no link in message ${id}`);
    return { title: line.text, url: 'https://example.invalid/' };
  }

  override async messageRecall(id: string): Promise<boolean> {
    this.announce(this.world.recall(this.world.bot.id, id).id);
    return true;
  }

  override async messageSendText(to: string, text: string, mentions: string[] = []): Promise<Sent> {
    return this.say(to, { type: 'text', text, mentions });
  }

  override async messageSendFile(to: string, box: FileBoxInterface): Promise<Sent> {
    const kind = /^(image|audio|video)\//.exec(box.mediaType)?.[1] as 'image' | 'audio' | 'video' | undefined;
    const file = { name: box.name, bytes: await box.toBuffer() };
    return this.say(to, { type: kind ?? 'link', text: kind ? '' : box.name, file });
  }

  override async messageSendLocation(
    to: string,
    { accuracy: _, ...place }: PUPPET.payloads.Location,
  ): Promise<Sent> {
    return this.say(to, { type: 'location', text: '', place });
  }

  override async messageSendUrl(to: string, link: PUPPET.payloads.UrlLink): Promise<Sent> {
    return this.say(to, { type: 'link', text: link.title });
  }

  override async friendshipRawPayload(id: string): Promise<PUPPET.payloads.Friendship> {
    return friendshipPayload(id, this.world.society);
  }

  override async friendshipAccept(id: string): Promise<void> {
    const { contactId } = friendshipPayload(id, this.world.society);
    this.world.society.setFriend(contactId, true);
    this.dirtyPayload(PUPPET.types.Payload.Contact, contactId);
    this.world.tell({ type: 'rooms' });
  }

  override async roomInvitationRawPayload(id: string): Promise<PUPPET.payloads.RoomInvitation> {
    return invitationPayload(id, this.world.society);
  }

  override async roomInvitationAccept(id: string): Promise<void> {
    this.accepted(id);
  }

  /** Tells the client of a message. */
  announce(messageId: string): void {
    this.emit('message', { messageId });
  }

  private async say(to: string, saying: Saying): Promise<Sent> {
    if (this.faults.sendRefused !== null) {
      this.faults.refusals += 1;
      throw new Error(this.faults.sendRefused);
    }
    if (!this.isLoggedIn) throw new Error('not logged in');
    const { id } = this.world.say(to, saying);
    this.echo(id);
    await wait(this.faults.sendDelayMs);
    if (this.faults.sendAnswerLost !== null) throw new Error(this.faults.sendAnswerLost);
    return id as Sent;
  }

  /** Own messages come back as events, like on every other device of the account. */
  private echo(id: string): void {
    const { echoDelayMs } = this.faults;
    if (echoDelayMs === 0) this.announce(id);
    else if (echoDelayMs > 0) setTimeout(() => this.announce(id), echoDelayMs).unref();
  }
}
