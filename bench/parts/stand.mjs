import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { ownProcess } from '../lib/child.mjs';
import { clearPetitions } from '../lib/corpus.mjs';
import { county, placeOf, roomOf, workRooms } from '../lib/county.mjs';
import { dist } from '../lib/dist.mjs';
import { Outcome } from '../lib/outcome.mjs';
import { BenchProduct } from '../lib/product.mjs';
import { BenchRedis } from '../lib/redis.mjs';
import { until } from '../lib/wait.mjs';
import { loadCases } from '../loading/load.mjs';

/** The texts are read by the recogniser as it is, so that they do open cases. */
export async function petitionTexts() {
  const { createRecogniser } = await dist('recognise/recogniser.js');
  const { readyModel, unpackVillage } = await dist('recognise/model/village-model.js');
  const { MODEL_FILE } = await dist('main/model.js');
  return clearPetitions(createRecogniser(readyModel(unpackVillage(readFileSync(MODEL_FILE)))));
}

/** A county's gateway with products behind it, each with a Redis of its own and so many stored cases. */
export class CountyStand {
  sides = new Map();
  /** The standing clock of all products: ten in the morning. */
  now = new Date().setUTCHours(2, 0, 0, 0);

  constructor({ groups, people }) {
    this.groups = groups;
    this.rooms = [...county(groups, people), ...workRooms(groups)];
    this.gateway = ownProcess(new URL('../gateway/gateway.mjs', import.meta.url));
  }

  /** Other texts for what is stored than for what is raised later, so that nothing new belongs to something old. */
  async choose() {
    if (this.texts) return;
    const texts = await petitionTexts();
    this.texts = texts.filter((_, i) => i % 4 === 0);
    this.fresh = texts.filter((_, i) => i % 4 !== 0);
  }

  async open(name, cases) {
    await this.choose();
    const redis = await BenchRedis.start();
    const side = { redis, cases };
    this.sides.set(name, side);
    const { groups, now, texts } = this;
    side.bytesPerClosed = await loadCases(redis, { cases, open: cases / 10, groups, now, texts });
    side.gateway = await this.gateway.ask('open', { name, rooms: this.rooms });
    side.outcome = await Outcome.of(redis.client, groups, placeOf, roomOf);
    // The standing clock of an earlier run of the product: this one takes it up.
    const { memoKey } = await dist('store/keys.js');
    await redis.client.set(memoKey('clock'), JSON.stringify({ standing: now, offset: 0 }));
    side.product = await BenchProduct.start({
      redis: redis.address,
      gateway: side.gateway,
      groups,
      clock: 'manual',
    });
    await this.quiet(name);
    await this.stopSweep(side);
    await this.quiet(name);
  }

  /** Until the bot has nothing left to do of its own accord. */
  async quiet(name) {
    const { product } = this.sides.get(name);
    let last = (await product.used()).cpuS;
    await until(
      'the bot to come to rest',
      async () => {
        await sleep(1_000);
        const now = (await product.used()).cpuS;
        const used = now - last;
        last = now;
        return used < 0.05;
      },
      { ms: 600_000 },
    ); // the first sweep looks at each open case
  }

  async stopSweep({ redis }) {
    const { QUEUES } = await dist('workers/jobs.js');
    const queue = new Queue(QUEUES.tick, { connection: redis.client, prefix: '{hybull}' });
    if (!(await queue.removeJobScheduler('sweep')))
      throw new Error('the sweep of each minute has another name now');
    await queue.close();
  }

  /** Seconds of CPU for each message of a stream, of the bot and of its Redis, until all have their outcome. */
  async cost(name, messages) {
    const { outcome, product, redis } = this.sides.get(name);
    const before = {
      heard: await outcome.heard(),
      bot: (await product.used()).cpuS,
      redis: await redis.cpu(),
    };
    await this.gateway.ask('play', { name, messages });
    await outcome.reached(before.heard + messages.length, { everyMs: 250 });
    const bot = (await product.used()).cpuS - before.bot;
    return { bot: bot / messages.length, redis: ((await redis.cpu()) - before.redis) / messages.length };
  }

  async close() {
    for (const { product } of this.sides.values()) await product?.stop();
    await this.gateway.stop();
    for (const { redis } of this.sides.values()) await redis.stop();
  }
}
