import { CATEGORIES as CATEGORY_IDS } from '../../src/cases/words.js';
import { Scene, QUICK } from '../support/scene.js';
import { HERE, WORK, history, raise, since, stands } from '../support/talk.js';

const HOUR = 3600_000;

/** The demonstration's people; 龙桂香 has the third group and the courtyards. */
const DIRECTORY = `
county: 衡岭县
groups:
  - { topic: 石门社区监督服务群, kind: village, place: 店门镇/石门社区 }
  - { topic: 店门镇工作群, kind: work, place: 店门镇 }
  - { topic: 县群众工作群, kind: work, place: '' }
people:
  - { name: 彭立新, role: village_head, place: 店门镇/石门社区, contact: wxid_peng }
  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区, contact: wxid_zhou }
  - { name: 龙桂香, role: grid_worker, place: 店门镇/石门社区, contact: wxid_long, words: [三组, 院子] }
  - { name: 李望秋, role: township_leader, place: 店门镇, contact: wxid_li }
  - { name: 电力所, role: department, place: 店门镇, contact: wxid_dl, categories: [utility] }
  - { name: 交通局, role: department, place: '', contact: wxid_jt, categories: [road] }
  - { name: 欧清和, role: inspector, place: '', contact: wxid_ou }
  - { name: 县办, role: admin, place: '', contact: wxid_admin }
`;
const CATEGORIES = `
categories:
  sanitation: { proof: picture }
${CATEGORY_IDS.filter((one) => one !== 'sanitation')
  .map((one) => `  ${one}: { proof: words }\n`)
  .join('')}routing:
  - { rule: 大路归交通局, words: [省道, 公路], to: 交通局 }
`;

describe('who is asked first', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({
      directory: DIRECTORY,
      categories: CATEGORIES,
      settings: `${QUICK}idle_hours: 24\n`,
    });
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  it('by no rule the village’s own, as ever', async () => {
    const id = scene.say('老贺', HERE, '反映：村口的桥栏杆断了');
    await scene.hears(HERE, /已收到 #1 .*彭立新.*回话/u, id);
  });

  it('the grid worker whose group is named: in the receipt, told privately; nothing is accepted', async () => {
    const id = scene.say('老贺', HERE, '反映：3组的路灯坏了');
    await scene.hears(HERE, /已收到 #2 .*龙桂香.*回话/u, id);
    await scene.hears('龙桂香', /石门社区#2 3组的路灯坏了，.*给个回话：“受理 石门社区#2”/u, id);
    expect(await stands(scene, '#2')).toMatch(/^查 #2 已收到/u);
    expect((await history(scene, '#2'))[1]).toBe('按规则“三组→龙桂香”。');
  });

  it('a rule of the county sends to a unit, which answers, hands back or handles without being assigned', async () => {
    const id = scene.say('谭嫂子', HERE, '反映：公路塌了半边，车过不去');
    await scene.hears(HERE, /已收到 #3 .*交通局.*回话/u, id);
    await scene.hears('交通局', /石门社区#3 公路塌了半边/u, id);
    const todo = scene.say('交通局', 'bot', '待办');
    expect((await scene.hears('交通局', /待办/u, todo)).text).toContain('石门社区#3');
    const took = scene.say('交通局', 'bot', '受理 石门社区#3');
    await scene.hears('交通局', /石门社区#3 已受理/u, took);
    expect(await stands(scene, '#3')).toContain('交通局');
    const done = scene.say('交通局', 'bot', '办结 石门社区#3 填了路基');
    await scene.hears(HERE, /#3 已办结：填了路基/u, done);
    const other = scene.say('老贺', HERE, '反映：省道边的树倒了');
    await scene.hears(HERE, /已收到 #4 .*交通局/u, other);
    const back = scene.say('交通局', 'bot', '退回 石门社区#4 是镇里的树');
    await scene.hears(WORK, /#4 .*交通局退回：是镇里的树/u, back);
    await scene.hears('彭立新', /#4 .*交通局退回/u, back);
    expect(await stands(scene, '#4')).toContain('已退回');
  });

  it('协办: a part of one’s own; the whole stays the handler’s, who hears of open parts once', async () => {
    const number = await raise(scene, '老贺', HERE, '河堤边的电线杆歪了');
    scene.say('周小满', HERE, `交办 ${number} @电力所`);
    await scene.hears('电力所', new RegExp(`${number} .*交给您办`, 'u'));
    const share = scene.say('电力所', WORK, `协办 石门社区${number} @龙桂香 通知各户停电`);
    await scene.hears('龙桂香', new RegExp(`${number} .*请您协办：通知各户停电。电力所牵头`, 'u'), share);
    scene.say('电力所', WORK, `协办 石门社区${number} @交通局 封路`);
    await scene.hears('交通局', new RegExp(`${number} .*请您协办：封路`, 'u'), share);
    const part = scene.say('龙桂香', HERE, `办结 ${number} 都通知到了`);
    await scene.hears('电力所', new RegExp(`${number} .*龙桂香协办的那份办好了：都通知到了`, 'u'), part);
    expect(await stands(scene, number)).not.toContain('已办结');
    const again = scene.say('龙桂香', HERE, `办结 ${number} 都通知到了`);
    await scene.hears('龙桂香', /您协办的那份已经记下了，整件由电力所办结/u, again);
    const whole = scene.say('电力所', 'bot', `办结 石门社区${number} 扶正了电杆`);
    await scene.hears(HERE, new RegExp(`${number} 已办结：扶正了电杆`, 'u'), whole);
    await scene.hears('电力所', new RegExp(`${number} 协办的还没说办好：交通局（封路）`, 'u'), whole);
    expect(since(scene, HERE, share).filter((text) => text.includes('协办'))).toEqual([]);
  });

  it('an assignment without a word returns to the village head after a day, one line to both, once', async () => {
    const number = await raise(scene, '老贺', HERE, '水塔边的变压器嗡嗡响');
    const id = scene.say('周小满', HERE, `交办 ${number} @电力所 5天`);
    await scene.hears('电力所', new RegExp(`${number} .*交给您办`, 'u'), id);
    const before = (await stands(scene, number)).split('，').at(-1);
    await scene.pass(23 * HOUR);
    await scene.settle(300);
    expect(since(scene, '电力所', id).join('\n')).not.toContain('没有回音');
    await scene.pass(2 * HOUR);
    await scene.hears('电力所', new RegExp(`${number} .*没有回音，先退给彭立新`, 'u'), id);
    await scene.hears('彭立新', new RegExp(`${number} .*交给电力所以后没有回音，退给您`, 'u'), id);
    const shown = await stands(scene, number);
    expect(shown).toMatch(/已退回.*彭立新/u);
    expect(before).toBeTruthy();
    expect((await history(scene, number)).at(-1)).toMatch(/没有回音，退给彭立新/u);
    await scene.pass(HOUR);
    await scene.settle(400);
    const told = since(scene, '彭立新', id).filter((text) => text.includes('没有回音'));
    expect(told).toHaveLength(1);
  });
});

describe('办结 that says only that it is done', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ directory: DIRECTORY, categories: CATEGORIES, settings: QUICK });
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  it('gets one friendly line to its official alone, and counts the second time', async () => {
    const number = await raise(scene, '老贺', HERE, '村口的路灯坏了');
    const id = scene.say('周小满', HERE, `办结 ${number} 修好了`);
    await scene.hears('周小满', new RegExp(`${number} 做了什么，补一句就算办结`, 'u'), id);
    expect(await stands(scene, number)).toContain('已收到');
    expect(since(scene, HERE, id)).toEqual([]);
    const again = scene.say('周小满', HERE, `办结 ${number} 修好了`);
    await scene.hears(HERE, new RegExp(`${number} 已办结：修好了`, 'u'), again);
    scene.say('老贺', HERE, `不满意 ${number} 又灭了`);
    await scene.hears(HERE, new RegExp(`${number} 重新办理`, 'u'), again);
    const third = scene.say('周小满', HERE, `办结 ${number} 修好了`);
    await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'), third);
  });

  it('words that say what was done resolve at once', async () => {
    const number = await raise(scene, '老贺', HERE, '桥边的下水道盖板裂了');
    const id = scene.say('周小满', HERE, `办结 ${number} 换了盖板`);
    await scene.hears(HERE, new RegExp(`${number} 已办结：换了盖板`, 'u'), id);
  });

  it('a quoted or private word, or a picture, completes it', async () => {
    const first = await raise(scene, '老贺', HERE, '码头的自来水管漏了');
    const asked = scene.say('周小满', HERE, `办结 ${first} 办好了`);
    const line = await scene.hears('周小满', new RegExp(`${first} 做了什么`, 'u'), asked);
    const said = scene.say('周小满', 'bot', '上午换了一截水管', { quote: line.id });
    await scene.hears(HERE, new RegExp(`${first} 已办结：上午换了一截水管`, 'u'), said);
    const second = await raise(scene, '谭嫂子', HERE, '学校门口的电线垂下来了');
    const bare = scene.say('周小满', HERE, `办结 ${second}`);
    await scene.hears('周小满', new RegExp(`${second} 做了什么`, 'u'), bare);
    const file = { name: '好了.jpg', bytes: Buffer.alloc(20_000, 3) };
    scene.say('周小满', HERE, '', { type: 'image', file });
    await scene.hears(HERE, new RegExp(`${second} 已办结：有图`, 'u'), bare);
    expect((await history(scene, second)).join('\n')).toContain('图1张');
  });

  it('a picture in the group long after is nobody’s proof', async () => {
    const number = await raise(scene, '老贺', HERE, '祠堂的大门关不上');
    const id = scene.say('周小满', HERE, `办结 ${number} 搞定了`);
    await scene.hears('周小满', new RegExp(`${number} 做了什么`, 'u'), id);
    await scene.pass(40 * 60_000);
    const file = { name: '席.jpg', bytes: Buffer.alloc(20_000, 5) };
    scene.say('周小满', HERE, '', { type: 'image', file });
    expect(await stands(scene, number)).not.toContain('已办结');
  });

  it('where a picture is wanted, one sent just before is it; without one the second word counts', async () => {
    const number = await raise(scene, '谭嫂子', HERE, '菜市场门口垃圾堆成山了');
    const file = { name: '清了.jpg', bytes: Buffer.alloc(20_000, 4) };
    scene.say('周小满', HERE, '', { type: 'image', file });
    const id = scene.say('周小满', HERE, `办结 ${number} 清走了`);
    await scene.hears(HERE, new RegExp(`${number} 已办结：清走了`, 'u'), id);
    await scene.pass(10 * 60_000);
    const other = await raise(scene, '老贺', HERE, '河边的厕所没人打扫');
    const asked = scene.say('周小满', HERE, `办结 ${other} 冲洗干净`);
    await scene.hears('周小满', new RegExp(`${other} 请发一张办好以后的图`, 'u'), asked);
    const again = scene.say('周小满', HERE, `办结 ${other} 冲洗干净`);
    await scene.hears(HERE, new RegExp(`${other} 已办结：冲洗干净`, 'u'), again);
  });
});

describe('不予受理 by two (decline_consent: on)', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ directory: DIRECTORY, settings: `${QUICK}decline_consent: on\n` });
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  it('waits for another official’s 同意, says nothing in the group before, and never takes one’s own', async () => {
    const number = await raise(scene, '谭嫂子', HERE, '隔壁欠我家的砖钱不还');
    const id = scene.say('周小满', HERE, `不予受理 ${number} 要打官司，由法院定`);
    await scene.hears(
      '彭立新',
      new RegExp(`${number} .*周小满说不予受理：要打官司.*回“同意 石门社区${number}”`, 'u'),
      id,
    );
    await scene.hears('周小满', /要两个人定，已请彭立新/u, id);
    const own = scene.say('周小满', HERE, `同意 ${number}`);
    await scene.hears('周小满', /要另一位干部来同意/u, own);
    expect(await stands(scene, number)).toContain('已收到');
    expect(since(scene, HERE, id)).toEqual([]);
    const agreed = scene.say('彭立新', 'bot', `同意 石门社区${number}`);
    const posted = await scene.hears(HERE, new RegExp(`${number} 不予受理`, 'u'), agreed);
    expect(posted.text).toMatch(/@谭嫂子.*法院.*司法所/u);
    const daily = scene.say('县办', 'bot', '日报');
    expect((await scene.hears('县办', /^衡岭县/u, daily)).text).toContain('满意度暂无评价');
  });
});
