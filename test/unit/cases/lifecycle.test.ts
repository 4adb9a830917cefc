import { LIFECYCLE, STATE_REFUSALS, stepOf, transition, type Step } from '../../../src/cases/lifecycle.js';
import { CASE_STATES, FINAL_STATES, type CaseState } from '../../../src/cases/words.js';

/**
 * The whole table once more, written the other way round: for each step the states that allow it and where it leads.
 * What is not listed must be refused.
 */
const OPEN: CaseState[] = ['received', 'accepted', 'assigned', 'in_progress', 'handed_back', 'reopened'];
const HANDLED: CaseState[] = ['assigned', 'in_progress', 'reopened'];
const same = (states: CaseState[]) => Object.fromEntries(states.map((state) => [state, state]));
const to = (next: CaseState, states: CaseState[]) => Object.fromEntries(states.map((state) => [state, next]));

const EXPECTED: Record<Step, Partial<Record<CaseState, CaseState>>> = {
  accept: to('accepted', ['received', 'reopened', 'handed_back']),
  assign: to('assigned', OPEN),
  transfer: to('assigned', OPEN),
  hand_back: to('handed_back', ['received', ...HANDLED]),
  progress: to('in_progress', OPEN),
  resolve: to('resolved', OPEN),
  extend: same(OPEN),
  ask: same(OPEN),
  go_on: same(OPEN),
  decline: to('declined', OPEN),
  merge: to('merged', OPEN),
  supervise: same([...OPEN, 'resolved']),
  lift: same([...OPEN, 'resolved', 'closed', 'declined']),
  publish: same(['resolved', 'closed']),
  void: to('void', OPEN),
  recategorise: same([...OPEN, 'resolved', 'closed']),
  rate: { resolved: 'closed', closed: 'closed' },
  rate_unsatisfied: to('reopened', ['resolved', 'closed']),
  withdraw: to('withdrawn', [...OPEN, 'resolved']),
  join: same([...OPEN, 'resolved']),
  add: same([...OPEN, 'resolved']),
  absorb: same([...OPEN, 'resolved']),
  remove_material: same([...CASE_STATES]),
  release: same([...CASE_STATES]),
  co_assign: same(OPEN),
  co_done: same([...OPEN, 'resolved']),
  return_idle: { assigned: 'handed_back' },
  propose_decline: same(OPEN),
  close: { resolved: 'closed' },
  card: same(OPEN),
  return: same(OPEN),
  undo: same([...CASE_STATES]),
  view: same([...CASE_STATES]),
  export: same([...CASE_STATES]),
  seal: to('received', [...CASE_STATES]),
  unseal: to('merged', [...OPEN, 'resolved']),
};

const STEPS = Object.keys(EXPECTED) as Step[];
const CELLS = CASE_STATES.flatMap((state) => STEPS.map((step) => [state, step] as const));

describe('transition table', () => {
  it('has a row for every state and a cell for every step', () => {
    expect(Object.keys(LIFECYCLE).sort()).toEqual([...CASE_STATES].sort());
    for (const state of CASE_STATES) expect(Object.keys(LIFECYCLE[state]).sort()).toEqual([...STEPS].sort());
  });

  it.each(CELLS)('%s, %s', (state, step) => {
    const next = EXPECTED[step][state];
    const result = transition(state, step);
    if (next !== undefined) expect(result).toEqual({ ok: true, state: next });
    else expect(result).toEqual({ ok: false, refusal: LIFECYCLE[state][step] });
  });

  it('uses every refusal somewhere', () => {
    const used = new Set<string>(CASE_STATES.flatMap((state) => Object.values(LIFECYCLE[state])));
    expect(STATE_REFUSALS.filter((key) => !used.has(key))).toEqual([]);
  });

  it('leaves a final state only by 不满意 on what was closed, and by 密封', () => {
    const leaving = FINAL_STATES.flatMap((state) =>
      STEPS.filter((step) => {
        const result = transition(state, step);
        return result.ok && result.state !== state;
      }).map((step) => `${state} ${step}`),
    );
    expect(leaving.filter((one) => !one.endsWith(' seal'))).toEqual(['closed rate_unsatisfied']);
  });

  it('refuses with the reason of the state, not a general no', () => {
    expect(transition('merged', 'resolve')).toEqual({ ok: false, refusal: 'refuse_merged' });
    expect(transition('accepted', 'hand_back')).toEqual({ ok: false, refusal: 'refuse_not_assigned' });
    expect(transition('handed_back', 'hand_back')).toEqual({ ok: false, refusal: 'refuse_waits_assignment' });
    expect(transition('in_progress', 'rate')).toEqual({ ok: false, refusal: 'refuse_not_resolved' });
  });

  it('takes 不满意 for a step of its own', () => {
    expect(stepOf({ type: 'rate', rating: 'unsatisfied' })).toBe('rate_unsatisfied');
    expect(stepOf({ type: 'rate', rating: 'fairly' })).toBe('rate');
    expect(stepOf({ type: 'accept' })).toBe('accept');
  });
});
