/** Characters that carry no topic: particles, pronouns, auxiliaries, numerals of speech. */
const EMPTY = new Set(
  '的了是我你他她它在有不没就也都还这那个们吗呢吧啊呀哦嘛么得地着过到来去上下里外要会能可以说讲看一二三四五六七八九十两几多少很太真好又再才只把被给跟和与及或但而因为所以如果什怎谁哪啥天日月年时今明昨早晚点分大小人家事情想知道让叫请快先后前',
);

const EMPTY_CODES = new Uint8Array(0x10000);
for (const one of EMPTY) EMPTY_CODES[one.charCodeAt(0)] = 1;

/** Whether a character carries no topic. */
export const isEmptyCharacter = (code: number): boolean => EMPTY_CODES[code] === 1;

/** Pairs of neighbouring topic characters, as numbers: what two messages about one thing share. At most `limit`. */
export function topicPairs(text: string, limit = 120): Set<number> {
  const pairs = new Set<number>();
  let previous = 0;
  for (let i = 0; i < text.length && pairs.size < limit; i++) {
    const code = text.charCodeAt(i);
    const topical = code >= 0x4e00 && code <= 0x9fff && !EMPTY.has(text.charAt(i));
    if (topical && previous) pairs.add(previous * 0x10000 + code);
    previous = topical ? code : 0;
  }
  return pairs;
}

/** How many pairs two texts share. */
export function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let n = 0;
  for (const pair of small) if (large.has(pair)) n++;
  return n;
}

const UNIT = /([一二三四五六七八九十\d]{1,4})(组|队|栋|号楼|单元|号院|社|屯|村)/g;
const DIGITS: Record<string, string> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};

/** Numbered places (3组, 六栋) in one form: two messages that name different ones mean different places. */
export function numberedPlaces(text: string): Set<string> {
  const places = new Set<string>();
  for (const [, number, unit] of text.matchAll(UNIT)) places.add(`${DIGITS[number ?? ''] ?? number}${unit}`);
  return places;
}

const NAMED =
  /([\u4e00-\u9fa5])(湾|冲|坳|塘|垅|岭|屋场|院子|桥|寨|庄|沟|坝|垸|圩|巷|街|码头|水库|水碾|坡|岩)/g;
/** A character before 桥 or 塘 that names nothing: 大桥, 这桥, 过桥. */
const UNNAMED = new Set('的了是我你他在这那条座上下过到个修建老新大小走从往对门口旁边石木水鱼进出村');

const ENDINGS = new Uint8Array(0x10000);
for (const ending of '湾冲坳塘垅岭场子桥寨庄沟坝垸圩巷街头库碾坡岩') ENDINGS[ending.charCodeAt(0)] = 1;

/** Whether a named place may stand in a text: most texts have none, and are not searched. */
function mayName(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (ENDINGS[text.charCodeAt(i)] === 1) return true;
  return false;
}

/** Named places (樟树湾 → 树湾): the last character of the name is enough to tell two apart. */
export function namedPlaces(text: string): Set<string> {
  const places = new Set<string>();
  if (!mayName(text)) return places;
  for (const [, before, kind] of text.matchAll(NAMED)) {
    if (before && !UNNAMED.has(before)) places.add(`${before}${kind}`);
  }
  return places;
}
