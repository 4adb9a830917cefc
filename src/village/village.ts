import { join } from 'node:path';
import * as PUPPET from 'wechaty-puppet';
import type { Village, VillageOptions } from './api.js';
import { BOT, VILLAGERS, peopleOf, roomsOf } from './cast.js';
import { acceptInvitation, comings } from './comings.js';
import { noFaults } from './faults.js';
import { Files } from './files.js';
import { Gateway, freePort } from './gateway.js';
import { Keeper } from './keep.js';
import { VillagePuppet } from './puppet.js';
import { Society } from './society.js';
import { talk } from './talk.js';
import { World } from './world.js';

const HISTORY_LIMIT = 5_000;
const TOKEN = 'insecure_huiyin-village';

/** Starts the simulated village with its gateway; the account `回音` is logged in and sits in every group. */
export async function startVillage(options: VillageOptions): Promise<Village> {
  quieten();
  const folder = options.folder ?? null;
  const world = settle(options, new Files(folder && join(folder, 'files')));
  const keeper = folder === null ? null : new Keeper(folder, world);
  await keeper?.restore();
  const faults = noFaults();
  const puppet: VillagePuppet = new VillagePuppet(world, faults, (id) => acceptInvitation(world, puppet, id));
  const endpoint = `127.0.0.1:${options.port ?? (await freePort())}`;
  const token = options.token ?? TOKEN;
  const tls = options.tls ?? false;
  const gateway = new Gateway({ endpoint, token, tls }, puppet);
  await puppet.start();
  watchClient(world, puppet);
  await gateway.start();
  const unlisten = world.listen((event) => event.type !== 'bot' && keeper?.touch());
  const { society } = world;
  return {
    ...{ county: options.census.county, bot: world.bot, people: society.people, rooms: society.rooms },
    ...{ endpoint, token, tls, env: environment(endpoint, token, tls), faults },
    get botConnected() {
      return puppet.listenerCount('message') > 0;
    },
    ...talk(world, puppet),
    ...comings(world, puppet),
    ...accountControl(puppet),
    startGateway: () => gateway.start(),
    stopGateway: () => gateway.stop(),
    outage: (ms) => gateway.outage(ms),
    stop: async () => {
      unlisten();
      world.tell({ type: 'stop' });
      await gateway.stop();
      await puppet.stop();
      await keeper?.flush();
    },
  };
}

/** The gateway's library prints stacks of calls that merely failed; WECHATY_LOG turns it on again. */
function quieten(): void {
  if (PUPPET.log.level() === 'info') PUPPET.log.level('silent');
}

function settle(options: VillageOptions, files: Files): World {
  const villagers = options.villagers ?? VILLAGERS;
  const society = new Society(BOT);
  const people = peopleOf(options.census, villagers);
  for (const { stranger, ...person } of people) society.addPerson(person, !stranger);
  for (const room of roomsOf(options.census, people, villagers)) society.addRoom(room);
  return new World(society, files, options.clock, options.historyLimit ?? HISTORY_LIMIT);
}

/** Tells the page when the bot comes and goes: a client that hears the stream is a listener on the puppet. */
function watchClient(world: World, puppet: VillagePuppet): void {
  const emitter = puppet as unknown as NodeJS.EventEmitter;
  emitter.on('newListener', (name) => name === 'message' && world.tell({ type: 'bot', connected: true }));
  emitter.on('removeListener', (name) => name === 'message' && world.tell({ type: 'bot', connected: false }));
}

function accountControl(puppet: VillagePuppet): Pick<Village, 'logIn' | 'logOut'> {
  return {
    logIn: () => puppet.enter(),
    logOut: async (reason) => {
      puppet.loggedOut = true;
      await puppet.logout(reason);
      puppet.emit('scan', {
        qrcode: 'https://example.invalid/login',
        status: PUPPET.types.ScanStatus.Waiting,
      });
    },
  };
}

function environment(endpoint: string, token: string, tls: boolean): Record<string, string> {
  return {
    WECHATY_PUPPET_SERVICE_TOKEN: token,
    WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
    ...(!tls && { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true' }),
  };
}
