import type { Village } from '../../../src/village/api.js';
import { DayPlayer } from '../../../src/village/day.js';
import { receiptNumber } from '../../../src/village/day-told.js';
import { DAY } from '../../../src/village/day-script.js';
import { startVillage } from '../../../src/village/village.js';
import { connect, until } from '../../support/puppet-client.js';
import type { Client } from '../../support/puppet-client.js';
import { CENSUS } from '../../support/village-census.js';

describe('the prepared day', () => {
  let now = Date.parse('2026-05-02T08:00:00+08:00');
  const clock = {
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
  let village: Village;
  let client: Client;

  beforeAll(async () => {
    village = await startVillage({ clock, census: CENSUS });
    client = await connect(village);
    answerPetitions(client, village);
  });

  afterAll(async () => {
    await client.stop();
    await village.stop();
  });

  it('takes the numbers that the bot gave, and ends at five past six of the next day', async () => {
    const day = new DayPlayer(village, clock, 80, () => undefined);
    await day.play();
    expect(new Date(now + 8 * 3_600_000).toISOString()).toContain('2026-05-03T18:05');
    const [first, second] = village.rooms
      .filter((r) => r.kind === 'village')
      .map((r) => village.lines(r.id, 100));
    const said = first?.map((l) => l.text).join('\n') ?? '';
    expect(said).toContain('交办 #1 @李望秋\u20052天');
    expect(said).toContain('办结 #1 换了灯泡和控制器');
    expect(said).toContain('办结 #4 电力所');
    expect(first?.filter((l) => l.type === 'image')).toHaveLength(2);
    expect(first?.some((l) => l.quoted?.name === '老贺' && l.from === 'wxid_zhou')).toBe(true);
    expect(second?.some((l) => l.text.startsWith('不满意 #3'))).toBe(true);
    expect(new Set(first?.map((l) => l.at)).size).toBeGreaterThan(10);
    expect(day.state).toEqual({ playing: false, step: DAY.length, of: DAY.length });
  });

  it('can be stopped, and is not played twice at once', async () => {
    const day = new DayPlayer(village, clock, 80, () => undefined);
    const playing = day.play();
    await expect(day.play()).rejects.toThrow('正在演');
    await until(() => day.state.step > 2);
    day.stop();
    await playing;
    expect(day.state.playing).toBe(false);
    expect(day.state.step).toBeLessThan(DAY.length);
  });
});

describe('the number in a receipt', () => {
  it.each([
    ['@老贺 已收到 #12 中院子路灯不亮。', '12'],
    ['已收到 #12 路灯不亮（@老贺）、#13 垃圾没清（@谭嫂子）。', '12'],
    ['已收到 #13 垃圾没清（@谭嫂子）、#14 路灯（@老贺）。', '14'],
    ['@谭嫂子 已收到 #12 路灯', null],
    ['@老贺 #12 已办结：换了灯泡', null],
    ['@老贺 已收到，由纪检干部处理。', null],
  ])('%s', (text, number) => {
    expect(receiptNumber({ text }, '老贺')).toBe(number);
  });
});

/** A bot of four words: a receipt for each line that speaks of something broken. */
function answerPetitions(client: Client, village: Village): void {
  let number = 0;
  client.puppet.on('message', ({ messageId }) => {
    const line = village.line(messageId);
    if (!line || line.from === village.bot.id || !/路灯坏了|高龄补贴在|堵死了|电线断了/.test(line.text))
      return;
    if (line.quoted) return;
    const name = village.people.find((p) => p.id === line.from)?.name;
    void client.puppet.messageSendText(line.chat, `@${name} 已收到 #${++number}`, [line.from]);
  });
}
