import fc from 'fast-check';
import type { Action } from '../../../src/cases/action.js';
import type { Actor, Case } from '../../../src/cases/case.js';
import { eraseEvent, verifyChain } from '../../../src/cases/chain.js';
import { fold } from '../../../src/cases/fold.js';
import { isMessageKey } from '../../../src/cases/message-keys.js';
import type { Notice } from '../../../src/cases/outcome.js';
import { CASE_STATES, FINAL_STATES, URGENCIES, type CaseState } from '../../../src/cases/words.js';
import { ACCUSATION, LAMP, Story, VILLAGE_CHAT, heard, laohe, ou, system } from '../../support/case-world.js';
import { moves, opening, type Move } from '../../support/case-moves.js';

/** Anybody does anything from anywhere: what must hold whatever comes. */

function play(story: Story, played: readonly Move[], check: (before: Case, move: Move) => void): void {
  for (const one of played) {
    const before = story.case;
    const now = story.now + one.minutes * 60_000;
    const outcome = story.try(one.action, one.by, { chat: one.chat, now });
    if (outcome.ok) check(before, one);
    else {
      expect(story.case).toBe(before);
      expect({ key: outcome.refusal.key, known: isMessageKey(outcome.refusal.key) }).toMatchObject({
        known: true,
      });
    }
  }
}

function isFinal(state: CaseState): boolean {
  return (FINAL_STATES as readonly CaseState[]).includes(state);
}

function expectHarmless(notices: readonly Notice[]): void {
  const said = JSON.stringify(notices.map(({ values }) => values));
  expect(said).not.toMatch(/\d{7}|@所有人|[\u200b\u202e]|\\n/u);
}

describe('a case, whatever is done to it', () => {
  it('is the fold of its history, and the chain holds, erased or not', () => {
    fc.assert(
      fc.property(opening, moves, (given, played) => {
        const story = new Story({ ...LAMP, ...given });
        play(story, played, () => {
          expect(fold(story.events)).toEqual(story.case);
        });
        expect(verifyChain(story.events, story.case.head)).toEqual({ ok: true });
        expect(story.case.version).toBe(story.events.length);
        const erased = story.events.map(eraseEvent);
        expect(verifyChain(erased, story.case.head)).toEqual({ ok: true });
        expect(fold(erased)).toMatchObject({
          state: story.case.state,
          answeredAt: story.case.answeredAt,
          rating: story.case.rating,
        });
      }),
      { numRuns: 150 },
    );
  });

  it('keeps its number, place, petitioner and clock; only 改类, or taking one back, moves the date of its answer', () => {
    fc.assert(
      fc.property(opening, moves, (given, played) => {
        const story = new Story({ ...LAMP, ...given });
        const { id, number, place, openedAt, chat: home, petitioner } = story.case;
        play(story, played, (before, { action: done }) => {
          expect(story.case).toMatchObject({ id, number, place, openedAt, chat: home, petitioner });
          if (done.type === 'recategorise' || done.type === 'undo') return;
          expect(story.case.answerBy).toBe(before.answerBy);
        });
      }),
    );
  });

  it('leaves an end only by 不满意 after being closed, or by 撤销', () => {
    fc.assert(
      fc.property(opening, moves, (given, played) => {
        const story = new Story({ ...LAMP, ...given });
        play(story, played, (before, { action: done }) => {
          if (!isFinal(before.state) || before.state === story.case.state || done.type === 'undo') return;
          expect({ from: before.state, to: story.case.state, by: done.type }).toEqual({
            from: 'closed',
            to: 'reopened',
            by: 'rate',
          });
        });
      }),
    );
  });

  it('is true to itself: handled means a handler, done means a time', () => {
    fc.assert(
      fc.property(opening, moves, (given, played) => {
        const story = new Story({ ...LAMP, ...given });
        play(story, played, () => {
          const { case: c } = story;
          expect(CASE_STATES).toContain(c.state);
          if (c.state === 'assigned') expect(c.handler).not.toBeNull();
          if (c.state === 'handed_back') expect(c.handler).toBeNull();
          if (c.state === 'resolved' || c.state === 'closed') expect(c.resolvedAt).not.toBeNull();
          else if (!isFinal(c.state)) expect(c.resolvedAt).toBeNull();
          expect(c.closedAt !== null).toBe(isFinal(c.state));
          expect(c.hops).toBeLessThanOrEqual(3);
          expect(new Set(c.coPetitioners.map((one) => one.id)).size).toBe(c.coPetitioners.length);
          expect(c.coPetitioners.map((one) => one.id)).not.toContain(c.petitioner.id);
        });
      }),
    );
  });

  it('says in its group what it counts, and little: nothing but changes of state, two more at most', () => {
    const stateful: Action['type'][] = [
      'assign',
      'transfer',
      'resolve',
      'decline',
      'withdraw',
      'rate',
      'undo',
      // Not a change of state, but the villager has to hear what is wanted; at most twice a case.
      'ask',
    ];
    fc.assert(
      fc.property(opening, moves, (given, played) => {
        const story = new Story({ ...LAMP, ...given });
        let bound = 1;
        let spoken = 1;
        play(story, played, (_, { action: done, chat: where }) => {
          if (stateful.includes(done.type)) bound += 1;
          spoken += story.notices.filter(({ to }) => to.kind === 'case_chat').length;
          // No answer is ever put into the case's own chat beside that.
          if (where.id === VILLAGE_CHAT.id) expect(heard(story.notices).join('\n')).not.toMatch(/^reply/mu);
          expect(story.case.spoken).toBe(spoken);
          // 受理 and 进展 speak only while fewer than two were said.
          expect(spoken).toBeLessThanOrEqual(bound + 1);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('echoes nothing personal and calls nobody to arms', () => {
    fc.assert(
      fc.property(opening, moves, (given, played) => {
        const story = new Story({ ...LAMP, ...given });
        expectHarmless(story.notices);
        play(story, played, () => expectHarmless(story.notices));
      }),
    );
  });

  it('mentions the waiting villager in every line that it posts', () => {
    fc.assert(
      fc.property(opening, moves, (given, played) => {
        const story = new Story({ ...LAMP, ...given });
        play(story, played, () => {
          const posted = story.notices.filter(({ to }) => to.kind === 'case_chat');
          expect(posted.length).toBeLessThanOrEqual(1);
          const waiting = [given.registrar?.id, given.petitioner.id].filter(Boolean);
          for (const { mention } of posted) expect(mention.map((one) => one.id)).toEqual(waiting);
        });
      }),
    );
  });
});

describe('an accusation, whatever is done to it', () => {
  it('speaks to no chat, and no official but inspectors gets anything out of it', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom(...URGENCIES), (played, urgency) => {
        const story = new Story({ ...ACCUSATION, urgency });
        const check = (by: Actor): void => {
          expect([laohe.id, ou.id, system.id]).toContain(by.id);
          for (const { to } of story.notices) {
            expect(['person', 'inspectors']).toContain(to.kind);
            if (to.kind === 'person')
              expect(to).toMatchObject({
                else: 'nobody',
                contacts: [expect.stringMatching(/wxid_(he|ou)$/u)],
              });
          }
          expect(JSON.stringify(story.notices)).not.toContain('村主任');
        };
        check(laohe);
        play(story, played, (_, { by }) => check(by));
        expect(story.case).toMatchObject({ number: null, sealed: true, spoken: 0, published: false });
      }),
      { numRuns: 150 },
    );
  });
});
