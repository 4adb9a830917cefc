import type { Case } from './case.js';

/** What several villages lose at one stroke, and what people call it. */
const SERVICES: readonly [what: string, thing: string][] = [
  ['停水', '自来水|(?<![下污积雨洪漏山])水(?!沟|渠|库|塘|泥|坑|道|井|田|稻)'],
  ['停电', '(?<!充|打|家)电(?!话|视|动|瓶|梯|脑|工|费|表|线杆|信)'],
  ['断网', '宽带|网络|网|wifi|WIFI|WiFi'],
  ['停气', '天然气|煤气|燃气'],
  ['没信号', '信号'],
];
const GONE = '停|断|没|冇|无|莫得|莫有|不来|不通|不出|冒得|用不了|来不了|上不了|跳闸';
const NEAR = '[^，。,.!！?？;；\\n]{0,5}?';

const OUTAGES = SERVICES.map(
  ([what, thing]) =>
    [what, new RegExp(`(?:${GONE})${NEAR}(?:${thing})|(?:${thing})${NEAR}(?:${GONE})`, 'u')] as const,
);

const THINGS = SERVICES.map(
  ([what, thing]) => [what, new RegExp(what === '停电' ? `${thing}|灯` : thing, 'u')] as const,
);

/** All services that a text says are gone. */
export function outagesIn(text: string): string[] {
  const start = text.slice(0, 200);
  return OUTAGES.filter(([, pattern]) => pattern.test(start)).map(([what]) => what);
}

/** All services that a text speaks of at all; a lamp is out when the current is. */
export function servicesIn(text: string): string[] {
  const start = text.slice(0, 200);
  return THINGS.filter(([, pattern]) => pattern.test(start)).map(([what]) => what);
}

/** 停水, 停电 …; null when it is no outage that a neighbouring village could share. */
export function outageOf(c: Pick<Case, 'category' | 'text'>): string | null {
  if (c.category !== 'utility') return null;
  const text = c.text.slice(0, 200);
  return OUTAGES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Of the pairs of neighbouring characters in the shorter text, how many stand in the other: close wording. */
const CLOSE = 0.5;
/** Three characters say too little to be alike. */
const PAIRS_MIN = 3;

export function alike(a: string, b: string): boolean {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  if (few.size < PAIRS_MIN) return false;
  const common = [...few].filter((pair) => many.has(pair)).length;
  // Against the mean of both: a long story that happens to hold a short line's words is not the same line.
  return common / ((one.size + other.size) / 2) >= CLOSE;
}

/** Numbers name places within a village: they make no two villages alike, or different. */
function pairsOf(text: string): Set<string> {
  const characters = [...text.slice(0, 300)].filter((one) => /\p{Script=Han}/u.test(one) && !'一二三四五六七八九十的了啊呀咯我们'.includes(one)); // prettier-ignore
  return new Set(characters.slice(1).map((one, i) => `${characters[i] ?? ''}${one}`));
}
