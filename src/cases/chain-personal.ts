import type { Asked, Keeper, Material, PersonRef } from './case.js';
import type { EventBody } from './event.js';

/**
 * Which parts of an event are personal, and what stands in their place once erased. The roles and places of offices,
 * states, times and numbers are not: the month's figures must still add up when a person is erased.
 */

type FieldsOf<Type extends EventBody['type']> = Exclude<keyof Extract<EventBody, { type: Type }>, 'type'>;

/** Complete by type: a new event type cannot be forgotten here. */
const PERSONAL = {
  open: ['title', 'text', 'petitioner', 'registrar', 'chat', 'materials', 'asked'],
  accept: [],
  assign: ['to'],
  transfer: ['to'],
  hand_back: ['reason'],
  progress: ['note'],
  resolve: ['done'],
  extend: ['reason'],
  ask: ['question'],
  go_on: [],
  decline: ['note'], // the reason is a typed word
  merge: [],
  supervise: ['note'],
  lift: ['note'],
  publish: [],
  void: [],
  recategorise: [],
  rate: ['reason'],
  withdraw: [],
  join: [],
  add: ['material'],
  remove_material: [],
  absorb: ['people', 'materials', 'raised'],
  release: ['people'],
  co_assign: ['to', 'part'],
  co_done: ['done'],
  return_idle: ['to'],
  propose_decline: ['note'],
  close: [],
  card: [],
  return: ['to'],
  view: [],
  export: [],
  seal: ['reason'],
  unseal: ['reason'],
  undone: [],
} as const satisfies { [Type in EventBody['type']]: readonly FieldsOf<Type>[] };

const NOBODY: PersonRef = { id: '', name: '' };

/** What is left of each personal field: nothing that leads to a person. */
const BLANKS = {
  text: () => '',
  title: () => '',
  reason: () => '',
  question: () => '',
  note: () => '',
  done: () => '',
  petitioner: () => NOBODY,
  registrar: (value: unknown) => (value === null ? null : NOBODY),
  // A room is no person; a private chat is its contact.
  chat: (value: unknown) => ((value as { room: boolean }).room ? value : { id: '', room: false }),
  to: (value: unknown) => (value === null ? null : nameless(value as Keeper)),
  asked: (value: unknown) => ({ ...(value as Asked), who: nameless((value as Asked).who) }),
  part: () => '',
  material: (value: unknown) => ({ ...(value as Material), messageId: '', text: '', by: NOBODY }),
  materials: () => [],
  people: () => [],
  raised: () => [],
} as const satisfies Record<(typeof PERSONAL)[EventBody['type']][number], (value: unknown) => unknown>;

/** The personal fields of a body with their values. */
export function personalFields(body: EventBody): [name: string, value: unknown][] {
  return namesOf(body).map((name) => [name, valueOf(body, name)]);
}

/** The body without anything personal; erasing twice changes nothing. */
export function blankBody(body: EventBody): EventBody {
  const blanks = namesOf(body).map((name) => [name, BLANKS[name](valueOf(body, name))]);
  return { ...body, ...Object.fromEntries(blanks) } as EventBody;
}

function nameless<Value extends Keeper>(keeper: Value): Value {
  return { ...keeper, name: '', contacts: [] };
}

export function blankPerson(): PersonRef {
  return { ...NOBODY };
}

function namesOf(body: EventBody): readonly (keyof typeof BLANKS)[] {
  // A type that no event has: a broken history is to be reported, not to be fallen over.
  const names = Object.hasOwn(PERSONAL, body.type) ? PERSONAL[body.type] : [];
  // A field that an event was written without is none of it: its digest would not be in the chain.
  return names.filter((name) => valueOf(body, name) !== undefined);
}

function valueOf(body: EventBody, name: string): unknown {
  return (body as unknown as Record<string, unknown>)[name];
}
