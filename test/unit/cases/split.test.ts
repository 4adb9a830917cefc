import fc from 'fast-check';
import { z } from 'zod';
import type { Action } from '../../../src/cases/action.js';
import type { Case } from '../../../src/cases/case.js';
import { auditHistory } from '../../../src/cases/audit.js';
import { caseSchema } from '../../../src/cases/case-schema.js';
import { caseEventSchema } from '../../../src/cases/event-schema.js';
import { split } from '../../../src/cases/split.js';
import { SHIMEN, Story, villager, zhou } from '../../support/case-world.js';

/** People and pictures of a case, in no order: what a merge moves and 拆分 brings back. */
function holdings(c: Case): { people: string[]; pictures: string[]; raised: string[] } {
  return {
    people: c.coPetitioners.map((one) => one.id).sort(),
    pictures: c.materials.map((one) => one.messageId).sort(),
    raised: c.alsoRaised.map((one) => one.id),
  };
}

const CTX = { by: zhou, now: 0, messageId: 'split', salt: 's', placeName: '石门社区' };

class Village {
  readonly stories: Story[] = [];
  private said = 0;

  open(who: string): number {
    const number = this.stories.length + 1;
    const petitioner = { id: who, name: who };
    this.stories.push(new Story({ petitioner }, { id: `${SHIMEN}#${number}`, number }));
    return number;
  }

  at(number: number): Story {
    const story = this.stories[number - 1];
    if (!story) throw new Error(`no case ${number}`);
    return story;
  }

  living(number: number): number {
    const into = this.at(number).case.mergedInto;
    return into === null ? number : this.living(Number(into.split('#')[1]));
  }

  merge(from: number, into: number): boolean {
    const to = this.living(into);
    if (this.at(from).case.state === 'merged' || to === from) return false;
    const ended = this.at(from);
    ended.do({ type: 'merge', into: this.at(to).case.id, intoNumber: to }, zhou);
    const people = [ended.case.petitioner, ...ended.case.coPetitioners];
    this.at(to).do(
      {
        type: 'absorb',
        from: ended.case.id,
        people,
        materials: ended.case.materials,
        raised: [ended.case.petitioner, ...ended.case.alsoRaised],
      },
      zhou,
    );
    return true;
  }

  say(number: number, who: string, what: 'join' | 'add'): void {
    const to = this.living(number);
    const via = to === number ? {} : { via: this.at(number).case.id };
    const id = `p${(this.said += 1)}`;
    const by = villager(who, who);
    const material = { messageId: id, type: 'image' as const, text: '', by: { id: who, name: who }, at: 0 };
    const action: Action = what === 'join' ? { type: 'join', ...via } : { type: 'add', material, ...via };
    this.at(to).try(action, by, { messageId: id });
  }

  split(number: number): string[] {
    const chain = [number];
    while (this.at(chain.at(-1) ?? 0).case.mergedInto !== null) chain.push(Number(this.at(chain.at(-1) ?? 0).case.mergedInto?.split('#')[1])); // prettier-ignore
    const told = chain.map((one) => ({ case: this.at(one).case, history: this.at(one).events }));
    const { moved, messages } = split(told, this.under(number), CTX);
    for (const [i, one] of moved.entries()) {
      const story = this.at(chain[i] ?? 0);
      story.events = [...story.events, ...one.events];
      story.case = one.case;
    }
    return messages;
  }

  private under(number: number): string[] {
    const { id } = this.at(number).case;
    const into = this.stories.filter(({ events }) => events.some(({ body }) => body.type === 'merge')).map((one) => one.case); // prettier-ignore
    const ids = new Set([id]);
    for (let size = 0; size < ids.size;) {
      size = ids.size;
      for (const one of into) if (one.mergedInto !== null && ids.has(one.mergedInto)) ids.add(one.id);
    }
    return [...ids];
  }
}

describe('拆分', () => {
  it('brings back people, pictures and what was said to the number since; what is the other’s own stays', () => {
    const village = new Village();
    village.open('老贺');
    village.open('谭嫂子');
    village.say(2, '老唐', 'join');
    village.say(2, '谭嫂子', 'add');
    village.merge(2, 1);
    village.say(2, '阿公', 'join');
    village.say(2, '谭嫂子', 'add');
    village.say(1, '刘阿婆', 'join');
    village.say(1, '老贺', 'add');
    expect(holdings(village.at(1).case)).toMatchObject({
      people: ['刘阿婆', '老唐', '谭嫂子', '阿公'].sort(),
    });
    expect(village.split(2).sort()).toEqual(['p3', 'p4']);
    expect(holdings(village.at(1).case)).toEqual({ people: ['刘阿婆'], pictures: ['p6'], raised: [] });
    expect(holdings(village.at(2).case)).toEqual({
      people: ['老唐', '阿公'].sort(),
      pictures: ['p2', 'p4'],
      raised: [],
    });
    expect(village.at(2).case).toMatchObject({ state: 'received', mergedInto: null, closedAt: null });
  });

  it('works out of the middle of a chain, and the deadline stays what it was', () => {
    const village = new Village();
    for (const who of ['甲', '乙', '丙']) village.open(who);
    const { resolveBy } = village.at(3).case;
    village.merge(3, 2);
    village.merge(2, 1);
    village.say(3, '丁', 'join');
    village.split(3);
    expect(holdings(village.at(1).case).people).toEqual(['乙']);
    expect(holdings(village.at(2).case).people).toEqual([]);
    expect(village.at(3).case).toMatchObject({ state: 'received', resolveBy });
    expect(holdings(village.at(3).case).people).toEqual(['丁']);
    village.split(2);
    expect(holdings(village.at(1).case).people).toEqual([]);
  });

  it('leaves somebody who is in both where they are', () => {
    const village = new Village();
    village.open('甲');
    village.open('乙');
    village.say(1, '丙', 'join');
    village.say(2, '丙', 'join');
    village.merge(2, 1);
    village.split(2);
    expect(holdings(village.at(1).case).people).toEqual(['丙']);
    expect(holdings(village.at(2).case).people).toEqual(['丙']);
  });

  it('one after the other, also where somebody had joined two of them', () => {
    const village = new Village();
    for (const who of ['甲', '乙', '丙']) village.open(who);
    village.merge(1, 2);
    village.say(3, 'd', 'join');
    village.say(1, 'd', 'join');
    village.merge(3, 1);
    village.split(3);
    expect(holdings(village.at(2).case).people).toEqual(['d', '甲']);
    village.split(1);
    expect([1, 2, 3].map((number) => holdings(village.at(number).case).people)).toEqual([['d'], [], ['d']]);
  });

  it('of whatever merges and words: every case is again what it would have been without', () => {
    const word = fc.record({ to: fc.integer({ min: 1, max: 4 }), who: fc.constantFrom('a', 'b', 'c', 'd', 'e'), what: fc.constantFrom('join' as const, 'add' as const) }); // prettier-ignore
    const merge = fc.record({ from: fc.integer({ min: 1, max: 4 }), into: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(fc.oneof(word, word, merge), { maxLength: 20 }), (steps) => {
        const [merged, alone] = [new Village(), new Village()];
        for (const who of ['甲', '乙', '丙', '丁']) [merged, alone].forEach((one) => one.open(who));
        const order: number[] = [];
        for (const step of steps) {
          if ('from' in step) {
            if (merged.merge(step.from, step.into)) order.push(step.from);
          } else [merged, alone].forEach((one) => one.say(step.to, `${step.to}${step.who}`, step.what));
        }
        for (const from of order.reverse()) merged.split(from);
        for (const number of [1, 2, 3, 4]) {
          const { case: c, events } = merged.at(number);
          expect(holdings(c)).toEqual(holdings(alone.at(number).case));
          // As they are read back from the store.
          const stored = z.array(caseEventSchema).parse(JSON.parse(JSON.stringify(events)));
          expect(auditHistory(caseSchema.parse(JSON.parse(JSON.stringify(c))), stored)).toBeNull();
          expect(c.state).toBe('received');
        }
      }),
      { numRuns: 200 },
    );
  });
});
