import type * as PUPPET from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';
import type { Village } from '../../src/village/api.js';
import { PATIENCE_MS } from './patience.js';

/** The stock puppet, but for the payloads that it keeps in the home folder from run to run. */
class ForgetfulPuppet extends PuppetService {
  protected override hookPayloadStore(): void {}
}

/** A plain client of the village's gateway: the stock puppet, with everything that it hears. */
export interface Client {
  puppet: PuppetService;
  heard: string[];
  /** Resolves with the id of the next message that this client hears. */
  next(): Promise<string>;
  stop(): Promise<void>;
}

export async function connect(village: Village): Promise<Client> {
  const { endpoint, token, tls } = village;
  const puppet = new ForgetfulPuppet({ endpoint, token, tls: { disable: !tls } });
  const heard: string[] = [];
  let read = 0;
  puppet.on('message', ({ messageId }: PUPPET.payloads.EventMessage) => {
    heard.push(messageId);
  });
  puppet.on('error', () => undefined);
  await puppet.start();
  await until(() => puppet.isLoggedIn);
  return {
    puppet,
    heard,
    next: async () => {
      await until(() => heard.length > read);
      return heard[read++] as string;
    },
    stop: () => puppet.stop(),
  };
}

/** Looks every few milliseconds; rejects with what was waited for after `ms`. */
export async function until(condition: () => boolean, ms = PATIENCE_MS): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
