import type { Actor } from '../cases/case.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { answer, refuse } from './reply.js';

/** A code is good for a day. */
export const CODE_MS = 24 * 3600 * 1000;

/** `绑定 123456`: makes this contact the official that the code was made for. After five wrong ones: silence for a day. */
export async function enrol(desk: Desk, item: IntakeItem, code: string): Promise<void> {
  const { message } = item;
  const redeemed = await desk.people.redeem(code, message.who, desk.clock.now());
  if (redeemed.result === 'locked') return;
  if (redeemed.result === 'wrong') {
    const key = redeemed.left > 0 ? 'enrol_wrong' : 'enrol_locked';
    return answer(desk, item, key, redeemed.left > 0 ? { left: redeemed.left } : {});
  }
  await desk.directoryChanged();
  const official = desk.directory().officialOf(message.who);
  await answer(desk, item, 'enrol_done', { name: official?.name ?? '' });
}

/** `发码 周小满`: an admin gets a one-time code to hand over by phone or in person. */
export async function giveCode(desk: Desk, item: IntakeItem, by: Actor, name: string): Promise<void> {
  if (!by.offices.some((office) => office.role === 'admin')) {
    return refuse(desk, item, { key: 'refuse_admin_only', values: {} });
  }
  const named = desk.directory().officials.filter((one) => one.name === name || one.key === name);
  const [official] = named;
  if (!official) return refuse(desk, item, { key: 'refuse_who', values: { name } });
  if (named.length > 1) {
    const choices = named.map((one) => one.key).join('、');
    return refuse(desk, item, { key: 'refuse_which_person', values: { name, choices } });
  }
  const code = sixDigits(desk.random(8));
  await desk.people.putCode(code, official.key, desk.clock.now() + CODE_MS);
  await answer(desk, item, 'code', { name, code });
}

/** Six digits out of random hex; the bias of the modulo is below one in 10^13. */
export function sixDigits(hex: string): string {
  return (BigInt(`0x${hex}`) % 1_000_000n).toString().padStart(6, '0');
}
