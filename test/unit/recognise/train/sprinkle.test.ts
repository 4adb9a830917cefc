import { CATEGORIES } from '../../../../src/cases/words.js';
import { Random } from '../../../../src/recognise/learn/random.js';
import { sprinkled } from '../../../../src/recognise/train/sprinkle.js';
import { smallCorpus } from '../../../support/small-corpus.js';

const { groups } = smallCorpus(20);
const [group = []] = groups;
/** A category that the group has no matter of. */
const unspoken = CATEGORIES.find((one) => group.every((line) => line.category !== one)) ?? 'other';
const base = { group: 'l.jsonl', seq: 1, t: '2026-01-01T08:00:00+08:00', who: 'v1', name: '', role: 'villager', type: 'text', urgency: '', sealed: false, matter: '' } as const; // prettier-ignore
const talk = { ...base, text: '今晚跳舞不', case: false, intent: 'chatter', category: '' } as const;
const asks = { ...base, text: '疫苗几时打', case: true, intent: 'consultation', category: unspoken, urgency: 'normal' } as const; // prettier-ignore
const follows = { ...talk, text: '我屋也没来', intent: 'followup' } as const;

const foreign = (singles: Parameters<typeof sprinkled>[1], seed = 1) =>
  Array.from({ length: 300 }, (_, i) => sprinkled(group, singles, new Random(seed + i)))
    .flat()
    .filter((line) => line.who.startsWith('x'));

describe('groups with single lines said in them', () => {
  it('keep every line of their own, in order, and times that rise', () => {
    for (let seed = 1; seed < 40; seed++) {
      const lines = sprinkled(group, [talk, asks], new Random(seed));
      expect(lines.filter((line) => !line.who.startsWith('x'))).toEqual(group);
      const times = lines.map((line) => Date.parse(line.t));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(lines.map((line) => line.seq)).size).toBe(lines.length);
    }
  });

  it('take talk and openings, each a person and a matter of its own, openings more rarely', () => {
    const [said, asked] = [foreign([talk]), foreign([asks])];
    expect(said.length).toBeGreaterThan(2 * asked.length);
    expect(asked.length).toBeGreaterThan(0);
    expect(said.every((line) => line.matter === '')).toBe(true);
    expect(asked.every((line) => line.matter === line.who)).toBe(true);
  });

  it('leave out what might belong to a matter of the group, and what only follows one', () => {
    const own = group.find((line) => line.case);
    expect(own).toBeDefined();
    expect(foreign([{ ...asks, category: own?.category ?? 'road' }])).toEqual([]);
    expect(foreign([follows])).toEqual([]);
    expect(foreign([])).toEqual([]);
  });

  it('are the same for the same seed', () => {
    expect(sprinkled(group, [talk, asks], new Random(7))).toEqual(
      sprinkled(group, [talk, asks], new Random(7)),
    );
  });
});
