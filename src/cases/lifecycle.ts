import type { Action, ActionType } from './action.js';
import type { CaseState } from './words.js';

/** Why a state does not allow a step: keys of messages.zh-CN.yaml, each text says what would have been right. */
export const STATE_REFUSALS = [
  'refuse_accepted', // taken already
  'refuse_assigned', // somebody has it already
  'refuse_underway', // work goes on already
  'refuse_not_assigned', // nobody has it yet
  'refuse_waits_assignment', // handed back, waits for the next handler
  'refuse_waits_rating', // resolved: the villager's word is awaited
  'refuse_not_resolved', // too early to rate
  'refuse_publish_early',
  'refuse_close_early',
  'refuse_closed',
  'refuse_declined',
  'refuse_withdrawn',
  'refuse_merged',
  'refuse_void',
] as const;
export type StateRefusal = (typeof STATE_REFUSALS)[number];

/** What can be tried on a case. 不满意 leads elsewhere than the other ratings and so is a step of its own. */
export type Step = ActionType | 'rate_unsatisfied';

/** The next state, 'same', or why not. */
export type Cell = CaseState | 'same' | StateRefusal;
type Row = Record<Step, Cell>;

/** What holds in every state before 办结 unless the state says otherwise below. */
const OPEN = {
  accept: 'accepted',
  assign: 'assigned',
  transfer: 'assigned',
  hand_back: 'refuse_not_assigned',
  progress: 'in_progress',
  resolve: 'resolved',
  extend: 'same',
  ask: 'same',
  go_on: 'same',
  decline: 'declined',
  merge: 'merged',
  supervise: 'same',
  lift: 'same',
  publish: 'refuse_publish_early',
  void: 'void',
  recategorise: 'same',
  rate: 'refuse_not_resolved',
  rate_unsatisfied: 'refuse_not_resolved',
  withdraw: 'withdrawn',
  join: 'same',
  add: 'same',
  remove_material: 'same',
  absorb: 'same',
  release: 'same',
  co_assign: 'same',
  co_done: 'same',
  return_idle: 'refuse_not_assigned',
  propose_decline: 'same',
  close: 'refuse_close_early',
  card: 'same',
  return: 'same',
  view: 'same',
  export: 'same',
  seal: 'received',
  unseal: 'merged',
  undo: 'same',
} as const satisfies Row;

/** A case that nobody works on any more: only recalls (privacy) and 撤销 still reach it. */
const over = <Why extends StateRefusal>(why: Why) =>
  ({
    accept: why,
    assign: why,
    transfer: why,
    hand_back: why,
    progress: why,
    resolve: why,
    extend: why,
    ask: why,
    go_on: why,
    decline: why,
    merge: why,
    supervise: why,
    lift: why,
    publish: why,
    void: why,
    recategorise: why,
    rate: why,
    rate_unsatisfied: why,
    withdraw: why,
    join: why,
    add: why,
    remove_material: 'same',
    absorb: why,
    // What was merged into it by mistake leaves it also when it is over.
    release: 'same',
    co_assign: why,
    co_done: why,
    return_idle: why,
    propose_decline: why,
    close: why,
    card: why,
    return: why,
    // Looking is no step, and an accusation stays one when its case is over.
    view: 'same',
    export: 'same',
    seal: 'received',
    unseal: why,
    undo: 'same',
  }) as const satisfies Row;

/**
 * What may follow what: the only place that knows. 撤销 is 'same' everywhere because the state that it leads to is
 * the one of the history without the last event.
 */
export const LIFECYCLE = {
  // Who is only asked may say that it is not theirs (may() asks who it is).
  received: { ...OPEN, hand_back: 'handed_back' },
  accepted: { ...OPEN, accept: 'refuse_accepted' },
  assigned: { ...OPEN, accept: 'refuse_assigned', hand_back: 'handed_back', return_idle: 'handed_back' },
  in_progress: { ...OPEN, accept: 'refuse_underway', hand_back: 'handed_back' },
  handed_back: { ...OPEN, hand_back: 'refuse_waits_assignment' },
  reopened: { ...OPEN, hand_back: 'handed_back' },
  resolved: {
    ...over('refuse_waits_rating'),
    supervise: 'same',
    lift: 'same',
    publish: 'same',
    recategorise: 'same',
    rate: 'closed',
    rate_unsatisfied: 'reopened',
    withdraw: 'withdrawn',
    join: 'same',
    add: 'same',
    absorb: 'same',
    co_done: 'same',
    close: 'closed',
    unseal: 'merged',
  },
  closed: {
    ...over('refuse_closed'),
    publish: 'same',
    lift: 'same',
    recategorise: 'same',
    // A late word on a case that was closed unrated; a second rating is refused by apply.
    rate: 'same',
    rate_unsatisfied: 'reopened',
  },
  // Who ordered a watch has to see that it was declined before the watch ends.
  declined: { ...over('refuse_declined'), lift: 'same' },
  withdrawn: over('refuse_withdrawn'),
  // Sealed together with the one that it went into.
  merged: over('refuse_merged'),
  void: over('refuse_void'),
} as const satisfies Record<CaseState, Row>;

/** The row of the table that an action stands in. */
export function stepOf(action: Pick<Action, 'type'> & { rating?: string }): Step {
  return action.type === 'rate' && action.rating === 'unsatisfied' ? 'rate_unsatisfied' : action.type;
}

export type Transition = { ok: true; state: CaseState } | { ok: false; refusal: StateRefusal };

/** The state that a step leads to, or the key of the refusal. */
export function transition(from: CaseState, step: Step): Transition {
  const cell: Cell = LIFECYCLE[from][step];
  if (cell === 'same') return { ok: true, state: from };
  return isRefusal(cell) ? { ok: false, refusal: cell } : { ok: true, state: cell };
}

function isRefusal(cell: Exclude<Cell, 'same'>): cell is StateRefusal {
  return (STATE_REFUSALS as readonly string[]).includes(cell);
}
