import { readFileSync } from 'node:fs';
import { until } from '../support/product.js';
import { QUICK, Scene } from '../support/scene.js';
import { HERE, history, messagesSince, raise, stands } from '../support/talk.js';

const photo = (name: string): { name: string; bytes: Buffer } => ({
  name,
  bytes: readFileSync(`src/village/page/day/${name}`),
});
const DARK = photo('lamp-dark.jpg');
const BRIGHT = photo('lamp-bright.jpg');

describe('before and after, side by side', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ settings: QUICK });
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  const show = (who: string, where: string, file: { name: string; bytes: Buffer }): string =>
    scene.say(who, where, '', { type: 'image', file });

  /** Names of the files that the bot sent to the group since. */
  const files = (after: string): string[] => {
    const from = scene.village.line(after)?.seq ?? Infinity;
    const lines = scene.village.lines(scene.chat(HERE), 500);
    return lines.flatMap((one) => (one.file && one.from === scene.village.bot.id && one.seq > from ? [one.file.name] : [])); // prettier-ignore
  };
  const resolve = async (number: string, words: string): Promise<void> => {
    const id = scene.say('周小满', HERE, `办结 ${number} ${words}`);
    await scene.hears(HERE, new RegExp(`${number} 已办结：${words}`, 'u'), id);
  };
  /** A case with a picture of before and one of after, resolved. Returns its number and the first message. */
  const told = async (who: string, words: string, before: typeof DARK, where = HERE) => {
    const number = await raise(scene, who, HERE, words);
    const id = show(who, where, before);
    await stands(scene, number);
    expect((await history(scene, number)).join('\n')).toContain('图1张');
    show('周小满', HERE, BRIGHT);
    await resolve(number, '换了新的灯泡');
    return { number, id };
  };

  it('one picture follows 已办结, named by the case; a plain case stays at four messages', async () => {
    const { number, id } = await told('老贺', '村口的路灯坏了', DARK);
    await until(
      () => (files(id).length > 0 ? true : null),
      () => scene.product.errors,
    );
    expect(files(id)).toEqual([`${number} 之前和之后.png`]);
    scene.say('老贺', HERE, `满意 ${number}`);
    expect(await stands(scene, number)).toContain('已归档');
    await scene.settle(300);
    expect(files(id)).toHaveLength(1);
    const said = messagesSince(scene, HERE, id).filter((one) => one.text.includes(number));
    expect(said.length + files(id).length).toBeLessThanOrEqual(3); // and the receipt before
    await scene.pass(5 * 60_000);
  });

  it('a file that is no picture: the text alone, and what comes later is said', async () => {
    const { id } = await told('老贺', '二组的路灯坏了', { name: '坏.jpg', bytes: Buffer.alloc(30_000, 7) });
    await scene.pass(5 * 60_000);
    const next = await raise(scene, '老贺', HERE, '桥边的栏杆断了');
    await resolve(next, '焊好了栏杆');
    expect(files(id)).toEqual([]);
  });

  it('of illness nothing is shown', async () => {
    const number = await raise(scene, '谭嫂子', HERE, '卫生室的药没有了，我爱人的病拖不得');
    const id = show('谭嫂子', HERE, DARK);
    await stands(scene, number);
    show('周小满', HERE, BRIGHT);
    scene.say('周小满', HERE, `办结 ${number} 药送到了`);
    await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'), id);
    await stands(scene, number);
    await scene.settle(500);
    expect(files(id)).toEqual([]);
  });

  it('killed while it is drawn, it comes once after the start, and the text not again', async () => {
    const { number, id } = await told('刘阿婆', '三组的路灯坏了', DARK);
    expect(files(id)).toEqual([]);
    await scene.product.kill();
    await scene.startProduct();
    await until(
      () => (files(id).length > 0 ? true : null),
      () => scene.product.errors,
    );
    await scene.pass(5 * 60_000);
    await scene.settle(500);
    expect(files(id)).toEqual([`${number} 之前和之后.png`]);
    const texts = messagesSince(scene, HERE, id).filter((one) => one.text.includes(`${number} 已办结`));
    expect(texts).toHaveLength(1);
  });
});
