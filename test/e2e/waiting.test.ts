import { Scene } from '../support/scene.js';
import { HERE, history, raise, since, stands } from '../support/talk.js';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** A Monday without a holiday in sight. */
describe('waiting for the villager', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({
      settings: 'quiet_hours: off\npacing: off\n',
      now: '2026-04-20T10:00:00+08:00',
    });
  });
  afterAll(() => scene.close());

  it('a question in plain words stops nothing', async () => {
    const number = await raise(scene, '老贺', HERE, '三组的水渠堵了');
    const receipt = await scene.hears(HERE, new RegExp(`已收到 ${number}`, 'u'));
    scene.say('周小满', HERE, '是靠桥那头堵了吗？', { quote: receipt.id });
    scene.say('周小满', HERE, '我联系人来看', { quote: receipt.id });
    expect(await stands(scene, number)).not.toContain('等村民回话');
  });

  it('待补充 asks in one line and stops the clock; 查 and 待办 say so', async () => {
    await raise(scene, '谭嫂子', HERE, '二组的垃圾没人清');
    const id = scene.say('周小满', HERE, '待补充 #2 是桥头那堆还是河边那堆');
    const told = await scene.hears(HERE, /#2 /u, id);
    expect(told.text).toBe(
      '@谭嫂子\u2005#2 想请您补一句：是桥头那堆还是河边那堆。时限先停着，等您回了接着办。',
    );
    expect(told.mentionIds).toContain(scene.person('谭嫂子'));
    expect(await stands(scene, '#2')).toContain('等村民回话');
    const list = scene.say('李望秋', 'bot', '待办');
    expect((await scene.hears('李望秋', /^待办/u, list)).text).toContain(
      '#2 二组的垃圾没人清，待交办，等村民回话',
    );
  });

  it('what the neighbours say leaves it waiting; a restart and three days too, and nothing gets late', async () => {
    scene.say('惠民超市', HERE, '#2 我家门口也脏');
    await scene.pass(3 * DAY + HOUR);
    expect(await scene.product.stop()).toBe(0);
    await scene.startProduct();
    await scene.pass(60_000);
    expect(await stands(scene, '#2')).toMatch(/^查 #2 已收到：.*等村民回话/u);
    // #1 was only asked in plain words: its clock ran.
    await scene.hears('彭立新', /石门社区#1 .*超期/u);
    expect(scene.said('彭立新').join('\n')).not.toMatch(/#2 .*超期/u);
  });

  it('the villager’s word starts it again, by so much later, and who has it hears it', async () => {
    const id = scene.say('谭嫂子', HERE, '#2 河边那堆');
    const told = await scene.hears('彭立新', /#2 .*村民回话了/u);
    // Due on Thursday the 23rd at 10:00; three days and an hour were waited.
    expect(told.text).toContain('时限接着算，4月28日前办好');
    expect(await stands(scene, '#2')).toContain('4月28日前办好');
    expect(since(scene, HERE, id)).toEqual([]);
    const steps = (await history(scene, '#2')).join('\n');
    expect(steps).toMatch(/周小满 问村民：是桥头那堆还是河边那堆/u);
    expect(steps).toMatch(/谭嫂子 接着办，时限接着算/u);
  });

  it('a quote of the question counts as well, and the card helps who writes it wrong', async () => {
    const asked = scene.say('周小满', HERE, '等村民 #2 大概有几车');
    const line = await scene.hears(HERE, /大概有几车/u, asked);
    scene.say('谭嫂子', HERE, '两车吧', { quote: line.id });
    await scene.hears('彭立新', /#2 .*村民回话了/u, asked);
    const third = scene.say('周小满', HERE, '待补充 #2 车进得去吗');
    await scene.hears('周小满', /已经为等村民停过2次时限/u, third);
    expect(since(scene, HERE, third)).toEqual([]);
    const wrong = scene.say('周小满', 'bot', '待补充 #2');
    await scene.hears('周小满', /这样写：“待补充 #号/u, wrong);
  });

  it('in a private chat any words of theirs do', async () => {
    const number = await raise(scene, '刘阿婆', HERE, '低保怎么还没发');
    const id = scene.say('周小满', HERE, `待补充 ${number} 存折带了吗`);
    const group = await scene.hears(HERE, new RegExp(`${number} 有句话要问您`, 'u'), id);
    expect(group.text).not.toContain('存折');
    await scene.hears('刘阿婆', /存折带了吗/u, id);
    scene.say('刘阿婆', 'bot', '带了，放在屋里');
    await scene.hears('彭立新', new RegExp(`${number} 村民回话了`, 'u'), id);
  });

  it('without a word the clock goes on by itself after the set days, told once', async () => {
    const number = await raise(scene, '老贺', HERE, '一组的垃圾没人清');
    scene.say('周小满', HERE, `待补充 ${number} 是哪一家门口`);
    expect(await stands(scene, number)).toContain('等村民回话');
    await scene.pass(7 * DAY + HOUR);
    const over = new RegExp(`${number} .*村民还没回话，不再等了`, 'u');
    await scene.hears('彭立新', over);
    await scene.pass(60_000);
    await scene.settle(400);
    expect(scene.said('彭立新').filter((text) => over.test(text))).toHaveLength(1);
    expect(await stands(scene, number)).not.toContain('等村民回话');
    expect(scene.product.cli('audit', 'verify')).toMatch(/\S/u);
  });
});

describe('the table of holidays', () => {
  it('that ends this year is told to the administrator a month ahead, once, over a restart; deadlines go on', async () => {
    const scene = await Scene.open({
      settings: 'quiet_hours: off\npacing: off\n',
      now: '2099-11-30T23:50:00+08:00',
    });
    try {
      await scene.hears('县办', /节假日安排表只到\d{4}年底。2099年的安排公布后/u);
      await scene.pass(HOUR);
      expect(await scene.product.stop()).toBe(0);
      await scene.startProduct();
      await scene.pass(HOUR);
      await scene.settle(400);
      expect(scene.said('县办').filter((text) => text.includes('节假日'))).toHaveLength(1);
      const answer = await fetch(`${scene.product.url}/readyz`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('the table of holidays ends with');
      await raise(scene, '谭嫂子', HERE, '二组的垃圾没人清');
    } finally {
      await scene.close();
    }
  });
});
