import fc from 'fast-check';
import { auditHistory } from '../../../src/cases/audit.js';
import type { Case } from '../../../src/cases/case.js';
import { anonymise, forgetPerson } from '../../../src/cases/erase.js';
import { asOf } from '../../../src/cases/export/snapshot.js';
import { moves } from '../../support/case-moves.js';
import { Story, handler, laohe, li, power, tansaozi, zhou } from '../../support/case-world.js';

/** What figures are counted from. */
function facts(c: Case): Partial<Case> {
  const { id, number, kind, category, urgency, state, openedAt, answeredAt, resolvedAt, closedAt, rating, ratedAt, resolveBy, hops } = c; // prettier-ignore
  return { id, number, kind, category, urgency, state, openedAt, answeredAt, resolvedAt, closedAt, rating, ratedAt, resolveBy, hops }; // prettier-ignore
}

function played(steps: Parameters<typeof playAll>[1]): Story {
  const story = new Story({ text: '秘密 13812345678' }, {});
  playAll(story, steps);
  return story;
}

function playAll(
  story: Story,
  steps: { action: Parameters<Story['try']>[0]; by: Parameters<Story['try']>[1]; minutes: number }[],
): void {
  for (const { action, by, minutes } of steps) story.try(action, by, { now: story.now + minutes * 60_000 });
}

describe('taking people out, whatever was done to the case', () => {
  it('keeps the bare facts and the chain, and nothing personal; again it finds nothing', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const { case: c, events } = played(steps);
        const erased = anonymise(c, events);
        if (!erased) throw new Error('nothing was taken out');
        expect(facts(erased.case)).toEqual(facts(c));
        expect(auditHistory(erased.case, erased.events)).toBeNull();
        expect(JSON.stringify({ ...erased, messageIds: [] })).not.toMatch(
          /秘密|\d{11}X?@|"wxid_|老贺|谭嫂子/u,
        );
        // Old months still add up: the folded history tells the same facts.
        expect(facts(asOf(erased.events, Infinity)?.case ?? c)).toEqual(facts(c));
        expect(anonymise(erased.case, erased.events)).toBeNull();
      }),
    );
  });

  it('takes one person out of another’s case and leaves the others in it', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom(tansaozi, li, power), (steps, who) => {
        const { case: c, events } = played(steps);
        const meant = { ids: new Set([who.id]), named: null };
        const erased = forgetPerson(c, events, meant);
        const left = JSON.stringify(erased ?? { c, events });
        expect(left).not.toContain(`"${who.id}"`);
        if (!erased) return;
        expect(erased.case.petitioner).toEqual(c.petitioner);
        expect(erased.case.text).toBe(c.text);
        expect(facts(erased.case)).toEqual(facts(c));
        expect(auditHistory(erased.case, erased.events)).toBeNull();
        expect(forgetPerson(erased.case, erased.events, meant)).toBeNull();
      }),
    );
  });

  it('of who asked, was asked, leads, has a part or proposed something, no name and no word stays', () => {
    const { case: base, events } = played([]);
    const asked = { rule: '三组', who: handler(power) };
    const part = { ...handler(power), part: '拉线', doneAt: null, done: '' };
    const lead = { name: power.name, contacts: [power.id] };
    const declining = {
      by: { id: power.id, name: power.name },
      reason: 'court',
      note: '打官司',
      at: 1,
    } as const;
    const waiting = { since: 1, until: 2, question: '哪一盏' };
    const person = { id: tansaozi.id, name: tansaozi.name };
    const c: Case = { ...base, asked, lead, coHandlers: [part], declining, waiting, alsoRaised: [person] };
    const left = forgetPerson(c, events, { ids: new Set([power.id]), named: null })?.case;
    expect(JSON.stringify(left)).not.toMatch(new RegExp(`${power.id}|${power.name}|拉线|打官司`, 'u'));
    expect(left).toMatchObject({ waiting, alsoRaised: [person], asked: { rule: '三组' }, text: c.text });
    const bare = JSON.stringify(anonymise(c, events)?.case);
    expect(bare).not.toMatch(new RegExp(`${power.id}|${power.name}|${person.name}|拉线|打官司|哪一盏`, 'u'));
  });

  it('a question to the villager goes with who asked it', () => {
    const story = new Story({}, {}).do({ type: 'ask', question: '哪一盏', until: null }, zhou);
    const erased = forgetPerson(story.case, story.events, { ids: new Set([zhou.id]), named: null });
    expect(erased?.case.waiting).toMatchObject({ question: '' });
    expect(auditHistory(erased?.case ?? story.case, erased?.events ?? [])).toBeNull();
  });

  it('takes the whole case of the petitioner, and does not touch that of somebody of the same name', () => {
    const { case: c, events } = played([]);
    expect(forgetPerson(c, events, { ids: new Set([laohe.id]), named: null })?.case.text).toBe('');
    const named = { ids: new Set<string>(), named: { name: '老贺', place: c.place } };
    expect(forgetPerson(c, events, named)).toBeNull();
  });
});
