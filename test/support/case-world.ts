import type { Action, Opening } from '../../src/cases/action.js';
import { apply } from '../../src/cases/apply.js';
import { HOUR } from '../../src/cases/calendar.js';
import type { Actor, Case, Handler, Office } from '../../src/cases/case.js';
import type { ApplyContext, OpenContext, Staff } from '../../src/cases/context.js';
import { deadlines } from '../../src/cases/deadlines.js';
import type { CaseEvent } from '../../src/cases/event.js';
import { openCase } from '../../src/cases/open.js';
import type { Notice, Outcome } from '../../src/cases/outcome.js';

/** A small county for the pure tests: everybody who can act on one case of 石门社区, and some who cannot. */

export const MORNING = Date.parse('2026-05-02T10:00:00+08:00');
export const SHIMEN = '店门镇/石门社区';
export const FENGSHU = '店门镇/枫树坳村';
export const VILLAGE_CHAT = { id: 'shimen@chatroom', room: true };
export const WORK_CHAT = { id: 'work@chatroom', room: true };

export function official(id: string, officialName: string, ...offices: Office[]): Actor {
  return { id, name: `nick-${id}`, officialName, offices };
}
export function villager(id: string, name: string): Actor {
  return { id, name, offices: [] };
}

export const laohe = villager('wxid_he', '老贺');
export const tansaozi = villager('wxid_tan', '谭嫂子');
export const stranger = villager('wxid_xx', '路人');
export const zhou = official('wxid_zhou', '周小满', { role: 'village_cadre', place: SHIMEN });
export const peng = official('wxid_peng', '彭立新', { role: 'village_head', place: SHIMEN });
export const grid = official('wxid_long', '龙桂香', { role: 'grid_worker', place: SHIMEN });
export const tian = official('wxid_tian', '田秀云', { role: 'village_cadre', place: FENGSHU });
export const li = official('wxid_li', '李望秋', { role: 'township_leader', place: '店门镇' });
export const power = official('wxid_dl', '电力所', {
  role: 'department',
  place: '店门镇',
  categories: ['utility'],
});
export const roads = official('wxid_jt', '交通局', { role: 'department', place: '', categories: ['road'] });
export const ou = official('wxid_ou', '欧清和', { role: 'inspector', place: '' });
export const admin = official('wxid_admin', '县办', { role: 'admin', place: '' });
export const volunteer = official('wxid_chen', '陈小燕', { role: 'volunteer', place: SHIMEN });
export const doctor = official('wxid_zhang', '张启文', { role: 'doctor', place: SHIMEN });
export const system: Actor = { id: 'system', name: '系统', offices: [] };

export const STAFF: Staff = {
  keepers: [{ name: '周小满', contacts: ['wxid_zhou'] }],
  leaders: [{ name: '李望秋', contacts: ['wxid_li'] }],
};

/** The directory's entry of an official, as an assignment names it. */
export function handler(actor: Actor): Handler {
  const office = actor.offices[0];
  if (office === undefined) throw new Error(`${actor.name} holds no office`);
  return { name: actor.officialName ?? '', role: office.role, place: office.place, contacts: [actor.id] };
}

export const LAMP: Opening = {
  kind: 'petition',
  category: 'utility',
  urgency: 'normal',
  sealed: false,
  text: '中院子路灯不亮，晚上看不见',
  petitioner: { id: laohe.id, name: laohe.name },
  registrar: null,
  materials: [],
  recognised: null,
};

export const ACCUSATION: Opening = {
  ...LAMP,
  kind: 'discipline',
  category: 'village_affairs',
  sealed: true,
  text: '举报村主任吃回扣',
};

/** A history as it grows: applies actions one after another, a minute apart, and keeps what came of them. */
export class Story {
  case: Case;
  events: CaseEvent[];
  notices: Notice[];
  now: number;

  constructor(opening: Partial<Opening> = {}, ctx: Partial<OpenContext> = {}) {
    const whole = { ...LAMP, ...opening };
    this.now = ctx.now ?? MORNING;
    const opened = openCase(whole, { ...openContext(whole, this.now), ...ctx });
    this.case = opened.case;
    this.events = opened.events;
    this.notices = opened.notices;
  }

  /** The outcome, whatever it is; the case moves on when it is no refusal. */
  try(action: Action, by: Actor, ctx: Partial<ApplyContext> = {}): Outcome {
    this.now = ctx.now ?? this.now + 60_000;
    const outcome = apply(this.case, action, { ...context(by, this), ...ctx });
    if (outcome.ok) {
      this.case = outcome.case;
      this.events = [...this.events, ...outcome.events];
      this.notices = outcome.notices;
    }
    return outcome;
  }

  /** The same where a refusal would be a mistake of the test. */
  do(action: Action, by: Actor, ctx: Partial<ApplyContext> = {}): this {
    const outcome = this.try(action, by, ctx);
    if (!outcome.ok) throw new Error(`${action.type} refused: ${outcome.refusal.key}`);
    return this;
  }

  /** The key of the refusal, or 'ok'. */
  refusal(action: Action, by: Actor, ctx: Partial<ApplyContext> = {}): string {
    const outcome = this.try(action, by, ctx);
    return outcome.ok ? 'ok' : outcome.refusal.key;
  }

  later(hours: number): this {
    this.now += hours * HOUR;
    return this;
  }
}

function openContext(opening: Opening, now: number): OpenContext {
  return {
    by: opening.registrar ? { ...opening.registrar, offices: [] } : { ...opening.petitioner, offices: [] },
    now,
    messageId: 'm0',
    chat: VILLAGE_CHAT,
    salt: 'salt-0',
    placeName: '石门社区',
    staff: STAFF,
    id: opening.sealed ? 'J-7K2M' : `${SHIMEN}#12`,
    place: opening.sealed ? '~sealed' : SHIMEN,
    number: opening.sealed ? null : 12,
    due: deadlines(now, opening.category, opening.urgency),
  };
}

function context(by: Actor, story: Story): ApplyContext {
  const n = story.events.length;
  return {
    by,
    now: story.now,
    messageId: `m${n}`,
    chat: VILLAGE_CHAT,
    salt: `salt-${n}`,
    history: story.events,
    placeName: '石门社区',
    staff: STAFF,
  };
}

/** Who hears: `case_chat`, `reply`, `person:wxid_zhou` … with the key of what they hear. */
export function heard(notices: readonly Notice[]): string[] {
  return notices.map(({ to, key }) => {
    const who = to.kind === 'person' ? `person:${to.contacts.join('+')}` : to.kind;
    return `${who} ${key}`;
  });
}
