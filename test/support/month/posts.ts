import { clockOf, DAY, dayOf, midnight, saidDay, at, weekday } from './calendar.js';
import { COUNTY, PLACES, TOWNSHIPS } from './county.js';
import { dayOfMoment, figures, middle, percent, ratedOf, satisfactionOf, share, took, type Figures, type Span } from './figures.js'; // prettier-ignore
import type { RawCase } from './history.js';

/** The posts of the month as they must read, counted from the histories: every line with figures, to the letter. */

export interface ExpectedPost {
  at: number;
  /** '' = the county. */
  place: string;
  /** How the post's first line begins. */
  head: string;
  /** Lines with figures that must stand in it, in this order. */
  lines: string[];
  /** How many unfinished (day) or overdue (week, month) cases it lists, the uncounted rest included. */
  listed: number;
  /** Period, for words that several villages share. */
  span: Span;
}

const NAMES: Record<string, string> = {
  road: '道路交通', utility: '水电气网', sanitation: '环境卫生', farming: '农业生产', housing: '住房土地', welfare: '民政救助', education: '教育', health: '医疗卫生',
  security: '治安安全', government: '政务服务', village_affairs: '村务公开', disaster: '灾害险情', other: '其他',
}; // prettier-ignore
export const CATEGORY_NAMES = NAMES;

const nameOf = (place: string): string => (place === '' ? COUNTY : (place.split('/').at(-1) ?? ''));
const satisfied = (one: Figures): string => {
  const value = satisfactionOf(one);
  return value === null ? '暂无评价' : `${percent(value)}（${ratedOf(one)}件评价）`;
};
const counted = (one: Figures): string => `收到诉求${one.received}件、回复${one.answered}件、${one.open}件办理中、满意度${satisfied(one)}`; // prettier-ignore

export function expectedPosts(cases: readonly RawCase[], sweeps: readonly number[]): ExpectedPost[] {
  const told = new Map<string, { received: number; ranks: Map<string, number> }>();
  const offices = [...TOWNSHIPS, ''];
  return sweeps.flatMap((now) => {
    const daily = clockOf(now) === '18:00' ? [...PLACES.map((one) => one.place), ...offices].flatMap((place) => day(cases, place, now)) : []; // prettier-ignore
    const nine = clockOf(now) === '09:00';
    const today = midnight(now);
    const week = nine && weekday(now) === 1 ? offices.flatMap((place) => period(cases, place, { from: today - 7 * DAY, to: today }, now, told)) : []; // prettier-ignore
    const from = at(`${dayOf(today - DAY).slice(0, 8)}01`, '00:00');
    const month = nine && dayOf(now).endsWith('-01') ? offices.flatMap((place) => period(cases, place, { from, to: today }, now, told)) : []; // prettier-ignore
    return [...daily, ...week, ...month];
  });
}

function day(cases: readonly RawCase[], place: string, now: number): ExpectedPost[] {
  const span = dayOfMoment(now);
  const own = figures(cases, place, span, now);
  const village = place.includes('/');
  if (!own.happened && (village || own.standing === 0)) return [];
  const head = `${nameOf(place)} ${saidDay(now)}：${counted(own)}。`;
  const solved = own.resolved > 0 ? [`当天办结${own.resolved}件：`] : [];
  const same = own.standing === own.open && own.overdue === 0;
  const standing = own.overdue > 0 ? `没办完的共${own.standing}件，其中超期${own.overdue}件。` : `加上以前的，共${own.standing}件没办完。`; // prettier-ignore
  const below = village ? [] : PLACES.filter((one) => one.place.startsWith(place)).map((one) => ({ one, own: figures(cases, one.place, span, now) })).filter((each) => each.own.happened); // prettier-ignore
  below.sort((a, b) => b.own.received - a.own.received || (a.one.place < b.one.place ? -1 : 1));
  const villages = below.map(({ one, own: f }) => `${one.name}：${counted(f).replace('收到诉求', '收到')}`);
  return [{ at: now, place, head, lines: [...solved, ...(same ? [] : [standing]), ...villages], listed: own.standing, span }]; // prettier-ignore
}

function period(
  cases: readonly RawCase[],
  place: string,
  span: Span,
  now: number,
  told: Map<string, { received: number; ranks: Map<string, number> }>,
): ExpectedPost[] {
  const month = dayOf(now - DAY).slice(0, 7) === dayOf(span.from).slice(0, 7) && dayOf(span.from).endsWith('-01') && span.to - span.from > 7 * DAY; // prettier-ignore
  const own = figures(cases, place, span, now);
  const key = `${place} ${String(month)}`;
  const before = told.get(key);
  const name = month ? `${Number(dayOf(span.from).slice(0, 4))}年${Number(dayOf(span.from).slice(5, 7))}月 月报` : `${saidDay(span.from)}至${saidDay(span.to - DAY)} 晒进度`; // prettier-ignore
  const gap = own.received - (before?.received ?? 0);
  const change =
    gap === 0 ? '收到的和上期一样多。' : `比上期${gap > 0 ? '多' : '少'}收到${Math.abs(gap)}件。`;
  const { words } = own;
  const units = place === '' ? [...TOWNSHIPS] : PLACES.filter((one) => one.township === place).map((one) => one.place); // prettier-ignore
  const ranked = ranking(units.map((unit) => ({ place: unit, own: figures(cases, unit, span, now) })), before?.ranks); // prettier-ignore
  told.set(key, { received: own.received, ranks: ranked.ranks });
  const lines = [
    ...(before ? [change] : []),
    `按时回复：${share(own.onTime)}`,
    `群众说解决了：${share([words.satisfied + words.fairly, ratedOf(own)])}`,
    `办结：${own.resolved}件`,
    ...(own.unrated > 0 ? [`没人评价就归档：${own.unrated}件（不算满意）`] : []),
    ...(own.declined > 0 ? [`不予受理：${own.declined}件（不算进满意度）`] : []),
    `眼下没办完：${own.standing}件，其中超期${own.overdue}件`,
    ...(month ? monthLines(own) : []),
    ...ranked.lines,
  ];
  return [
    { at: now, place, head: `${nameOf(place)} ${name}：${counted(own)}。`, lines, listed: own.overdue, span },
  ];
}

function monthLines(own: Figures): string[] {
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const order = Object.keys(NAMES);
  const most = [...own.categories].sort((a, b) => b[1] - a[1] || order.indexOf(a[0]) - order.indexOf(b[0])).slice(0, 5); // prettier-ignore
  return [
    `不满意重新办理：${share(own.reopened)}`,
    ...(own.answerMs.length + own.solutionMs.length > 0 ? [`多久有回音：${typically(own.answerMs)}（${own.answerMs.length}件）；多久办结：${typically(own.solutionMs)}（${own.solutionMs.length}件）`] : []),
    ...(own.received > 0 ? [`平均每件：机器人说话${tenth(own.spoken / own.received)}条，干部操作${tenth(own.acts / own.received)}次（${own.received}件）`] : []),
    ...(most.length > 0 ? [`最多的：${most.map(([name, n]) => `${NAMES[name] ?? ''}${n}件`).join('、')}`] : []),
  ]; // prettier-ignore
}

function typically(times: number[]): string {
  return times.length === 0 ? '暂无' : `一般${took(middle(times))}`;
}

function ranking(units: { place: string; own: Figures }[], before: Map<string, number> | undefined) {
  const scored = units.map((unit) => ({ ...unit, score: scoreOf(unit.own) }));
  const inPlay = scored.filter((one): one is typeof one & { score: number } => one.score !== null);
  const rankOf = (score: number): number => 1 + inPlay.filter((other) => other.score > score).length;
  const better = (a: { own: Figures; place: string }, b: { own: Figures; place: string }): number => b.own.received - a.own.received || (a.place < b.place ? -1 : 1); // prettier-ignore
  inPlay.sort((a, b) => b.score - a.score || better(a, b));
  const rest = scored.filter((one) => one.score === null).sort(better);
  const lines = inPlay.map(({ place, own, score }) => {
    const was = before?.get(place);
    const gained = was === undefined ? '' : was === rankOf(score) ? '（没变）' : was > rankOf(score) ? `（升${was - rankOf(score)}位）` : `（降${rankOf(score) - was}位）`; // prettier-ignore
    const solved = share([own.words.satisfied + own.words.fairly, ratedOf(own)]);
    return `${rankOf(score)}. ${nameOf(place)} ${score}分${gained}：收到${own.received}件，按时回复${share(own.onTime)}，说解决了${solved}，满意度${percent(satisfactionOf(own) ?? 0)}`; // prettier-ignore
  });
  const unranked = rest.length > 0 ? [`没排名的（不足5件或没人评价）：${rest.map(({ place, own }) => `${nameOf(place)}${own.received}件`).join('、')}`] : []; // prettier-ignore
  const head =
    inPlay.length > 0 ? '排名（满分100，收到满5件的才排）：' : '收到满5件、又有人评价的才排名，这次没有。';
  return {
    lines: [head, ...lines, ...unranked],
    ranks: new Map(inPlay.map((one) => [one.place, rankOf(one.score)])),
  };
}

/** 0.1 on time, 0.5 solved by the villagers' word, 0.4 satisfied; with one place after the point. */
function scoreOf(own: Figures): number | null {
  const value = satisfactionOf(own);
  const [count, of] = own.onTime;
  if (own.received < 5 || value === null || of === 0) return null;
  const solved = (own.words.satisfied + own.words.fairly) / ratedOf(own);
  return Math.round(Number((1000 * (0.1 * (count / of) + 0.5 * solved + 0.4 * value)).toFixed(6))) / 10;
}

/** What of an expected post does not stand in the text that was told. */
export function faultsOf(post: ExpectedPost, text: string, cases: readonly RawCase[]): string[] {
  const [first = '', ...rest] = text.split('\n');
  const faults = first.startsWith(post.head) ? [] : [`${first} instead of ${post.head}`];
  let from = 0;
  for (const line of post.lines) {
    const found = rest.findIndex(
      (one, i) => i >= from && (line.endsWith('：') ? one.startsWith(line) : one === line),
    );
    if (found < 0) faults.push(`${post.head} lacks “${line}” in\n${text}`);
    else from = found + 1;
  }
  const cased = /^(?:[^\s#：]+)?#\d+ ?.*，/u;
  const alone = /。办理中：.*#\d+/u.test(first) ? 1 : 0;
  const more = Number(/^还有(\d+)件/mu.exec(text)?.[1] ?? 0);
  const listed = rest.filter((line) => cased.test(line)).length + alone + more;
  if (listed !== post.listed)
    faults.push(`${post.head} lists ${listed} instead of ${post.listed} in\n${text}`);
  return [...faults, ...wrongTopics(post, text, cases)];
}

/** Words that several villages share, with their numbers. */
function wrongTopics({ place, span }: ExpectedPost, text: string, cases: readonly RawCase[]): string[] {
  return [...text.matchAll(/^“(.+)”（(.+)）：(\d+)个村(\d+)件，(\d+)人$/gmu)].flatMap(
    ([line, word = '', name, villages, count]) => {
      // prettier-ignore
      const own = cases.filter(({ place: where, events }) => {
      const [first] = events;
      const skipped = events.some((one) => ['merge', 'void'].includes(one.body.type));
      const here = place === '' || where.startsWith(`${place}/`);
      return here && !skipped && first && first.at >= span.from && first.at < span.to && NAMES[String(first.body['category'])] === name && String(first.body['text']).includes(word); // prettier-ignore
    });
      const found = [new Set(own.map((one) => one.place)).size, own.length];
      return found[0] === Number(villages) && found[1] === Number(count)
        ? []
        : [`${line}: counted ${found.join()}`];
    },
  );
}
