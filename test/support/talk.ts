import type { BotMessage } from '../../src/village/api.js';
import type { Scene } from './scene.js';

/** Said in the village group of the demonstration: who raises, and the group. */
export const HERE = '石门';
export const THERE = '枫树坳';
export const WORK = '店门镇';
/** Somebody who may see every case of 石门社区 and takes part in no test: their 查 tells how a case stands. */
const WATCHER = '龙桂香';

/** Somebody raises a matter in a group; its number, as the receipt gives it: `#3`. */
export async function raise(scene: Scene, who: string, where: string, words: string): Promise<string> {
  const id = scene.say(who, where, `反映：${words}`);
  const receipt = await scene.hears(where, /已收到 #\d+/u, id);
  return /#\d+/u.exec(receipt.text)?.[0] ?? '';
}

/**
 * How a case of 石门社区 stands, asked in its own group. A group's messages are handled and answered in order: whatever
 * was said there before has had its effect, and its answer there, when this resolves.
 */
export async function stands(scene: Scene, number: string): Promise<string> {
  const id = scene.say(WATCHER, HERE, `查 ${number}`);
  return (await scene.hears(HERE, new RegExp(`^查 ${number} `, 'u'), id)).text;
}

/** Its history, as officials see it in private. */
export async function history(scene: Scene, number: string): Promise<string[]> {
  const id = scene.say(WATCHER, 'bot', `查 石门社区${number}`);
  return (await scene.hears(WATCHER, new RegExp(`^查 ${number} `, 'u'), id)).text.split('\n');
}

/** What the bot said in a chat after this message, without answers to 查, and without pictures (they have no text). */
export function since(scene: Scene, where: string, id: string): string[] {
  return messagesSince(scene, where, id).map(({ text }) => text);
}

export function messagesSince(scene: Scene, where: string, id: string): BotMessage[] {
  const from = scene.village.line(id)?.seq ?? Infinity;
  const chat = scene.chat(where);
  return scene.village
    .sent()
    .filter((one) => one.to === chat && one.text !== '' && !one.text.startsWith('查 '))
    .filter((one) => (scene.village.line(one.id)?.seq ?? 0) > from);
}
