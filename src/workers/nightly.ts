import { z } from 'zod';
import { DAY } from '../cases/calendar.js';
import type { Millis } from '../cases/case.js';
import { correctionId } from '../cases/correction.js';
import { anonymise, forgetPerson, isOwn, type Forgotten } from '../cases/erase.js';
import type { CaseState } from '../cases/words.js';
import { lastHour } from './daily.js';
import type { Desk } from './desk.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { openCasesOf } from './forget.js';
import { forgetLines } from './forget-lists.js';
import { tell } from './reply.js';

/** 03:10, when nobody waits for the store. */
const AT_MINUTE = 3 * 60 + 10;
/** So many cases are looked at in one minute's run; the rest in the next. */
const PER_RUN = 2_000;
const KEEP_MS = 400 * DAY;
const MEMO = 'nightly';

const nightSchema = z.object({
  due: z.number(),
  done: z.boolean(),
  /** Places up to this one (in order) are finished. */
  place: z.string(),
  /** Who is forgotten this night. */
  people: z.array(z.string()),
  caseIds: z.array(z.string()),
  /** What corrections on their words are called: digests, never the ids of messages. */
  corrections: z.array(z.string()).default([]),
  /** As an older version noted them, in the night of the upgrade. */
  messageIds: z.array(z.string()).default([]),
});
type Night = z.infer<typeof nightSchema>;

/**
 * Each night by the injected clock: cases past their keeping lose what is personal, and whoever asked for it is
 * forgotten. Place after place, a bounded part each minute, taken up where a crash left it; told to the admins once.
 */
export async function cleanAtNight(desk: Desk): Promise<void> {
  const due = lastHour(desk.clock.now(), AT_MINUTE);
  const kept = await load(desk);
  // The very first look only sets the beginning, as does a clock that was set back.
  if (kept === null || kept.due > due) return save(desk, { ...fresh(due, []), done: true });
  const night = kept.due < due && kept.done ? fresh(due, await ready(desk)) : kept;
  if (night.done) return;
  if (night !== kept) await save(desk, night);
  if (await work(desk, night)) await finish(desk, night);
}

function fresh(due: Millis, people: string[]): Night {
  return { due, done: false, place: '', people, caseIds: [], corrections: [], messageIds: [] };
}

/** Those who asked, and of whom nothing is being handled. Officials since then keep their record. */
async function ready(desk: Desk): Promise<string[]> {
  const asked = Object.keys(await desk.privacy.requests());
  const free: string[] = [];
  for (const id of asked) {
    const official = desk.directory().officialOf(id) !== null;
    if (!official && (await openCasesOf(desk, id)).length === 0) free.push(id);
  }
  return free;
}

/** True when every place is finished. */
async function work(desk: Desk, night: Night): Promise<boolean> {
  const places = [...(await desk.cases.places()), SEALED_PLACE].sort();
  let looked = 0;
  for (const place of places) {
    if (place <= night.place) continue;
    looked += await expire(desk, place, night);
    if (night.people.length > 0) looked += await forgetIn(desk, place, night);
    night.place = place;
    if (looked < PER_RUN) continue;
    await save(desk, night);
    return false;
  }
  return true;
}

/** What is past its keeping in one place; each state has a mark of its own up to which it is finished. */
async function expire(desk: Desk, place: string, night: Night): Promise<number> {
  let looked = 0;
  for (const [state, days] of Object.entries(desk.settings.retentionDays)) {
    const until = night.due - days * DAY;
    const memo = `retention:${place}:${state}`;
    let from: Millis | null = Number((await desk.memos.get(memo)) ?? 0);
    while (from !== null && from <= until) {
      const { ids, next } = await desk.privacy.endedBetween(place, from, until);
      for (const id of ids) await expireOne(desk, id, state as CaseState, until, night);
      looked += ids.length;
      await desk.memos.set(memo, String(next ?? until), KEEP_MS);
      from = next;
    }
  }
  return looked;
}

async function expireOne(
  desk: Desk,
  id: string,
  state: CaseState,
  until: Millis,
  night: Night,
): Promise<void> {
  await desk.privacy.rewrite(
    id,
    (c, events) =>
      c.state === state && c.closedAt !== null && c.closedAt <= until ? anonymise(c, events) : null,
    String(night.due),
  );
}

/**
 * Those who are forgotten this night, in one place. What is to be taken out elsewhere is noted before the cases are
 * written: afterwards nothing in them says whose they were.
 */
async function forgetIn(desk: Desk, place: string, night: Night): Promise<number> {
  const who = { ids: new Set(night.people), named: null };
  let looked = 0;
  for await (const page of desk.privacy.mentioning(place, night.people)) {
    looked += page.looked;
    if (page.ids.length === 0) continue;
    for (const id of page.ids) await noteTraces(desk, id, who, night);
    await save(desk, night);
    for (const id of page.ids) {
      const erased = await desk.privacy.rewrite(id, (c, events) => forgetPerson(c, events, who));
      // The room's reader must not go on linking what they say to what is gone.
      if (erased?.case.chat.room) await desk.roomChanged(erased.case.chat.id);
    }
  }
  return looked;
}

async function noteTraces(desk: Desk, id: string, who: Forgotten, night: Night): Promise<void> {
  const c = await desk.cases.load(id);
  if (c === null) return;
  // A note in the clear beside somebody's id would say who accused: no correction is made on an accusation, and what was
  // said of it is taken out now. Done again after a crash it changes nothing.
  if (c.sealed) return isOwn(c, who) ? desk.privacy.hush(id) : undefined;
  const erased = forgetPerson(c, await desk.cases.history(id), who);
  if (isOwn(c, who)) night.caseIds.push(id);
  night.corrections.push(...(erased?.messageIds ?? []).map(correctionId));
}

async function finish(desk: Desk, night: Night): Promise<void> {
  const { people, due } = night;
  if (people.length > 0) {
    const corrections = [...night.corrections, ...night.messageIds.map(correctionId)];
    await desk.privacy.forget({ ids: people, caseIds: night.caseIds, corrections });
    await forgetLines(desk, desk.directory(), new Set(people));
  }
  const counts = await countsOf(desk, String(due));
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  await desk.record.append({
    op: `retention:${due}`,
    kind: 'retention',
    at: desk.clock.now(),
    by: { id: 'system', name: '' },
    verb: 'anonymise',
    case: null,
    outcome: 'ok',
    detail: { ...counts, people: people.length },
  });
  if (count + people.length > 0) {
    const told = {
      key: 'retention_done',
      values: { count, people: people.length },
      to: { kind: 'admins' },
    } as const;
    await tell(desk, `retention:${due}`, null, [told]);
  }
  await desk.privacy.dropRequests(people);
  await save(desk, { ...fresh(due, []), done: true });
}

/** Counted where the cases are, in the same step: a night that was interrupted counts nothing twice. */
async function countsOf(desk: Desk, run: string): Promise<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const place of [...(await desk.cases.places()), SEALED_PLACE]) {
    for (const [state, count] of Object.entries(await desk.privacy.counted(place, run)))
      sum[state] = (sum[state] ?? 0) + count;
  }
  return sum;
}

async function load(desk: Desk): Promise<Night | null> {
  const raw = await desk.memos.get(MEMO);
  const read = nightSchema.safeParse(raw === null ? null : JSON.parse(raw));
  return read.success ? read.data : null;
}

function save(desk: Desk, night: Night): Promise<void> {
  return desk.memos.set(MEMO, JSON.stringify(night), KEEP_MS);
}
