/** The rules' weights, in log-odds. Why: see each; they were set on invented groups, not fitted. */

/** A line of group talk is a matter in about one of ten cases; without any finding it must stay far below. */
export const BIAS = -3;

/** Gains beside a finding (or alone: asking an official to act without naming a thing). `cap`: most it can give. */
export const GAINS = {
  ask: { each: 1.5, cap: 2 }, // asks for action: the surest sign that it is not mere talk
  question: { each: 0.3, cap: 0.3 }, // neighbours ask each other too
  lasting: { each: 0.8, cap: 1.3 }, // "again", "three days now": patience at an end
  now: { each: 0.25, cap: 0.4 },
  harm: { each: 0.6, cap: 1.1 },
  place: { each: 0.4, cap: 0.7 },
  address: { each: 0.7, cap: 0.9 }, // names those who answer for it
  complaint: { each: 0.6, cap: 0.9 },
  irony: { each: 0.3, cap: 0.3 },
  formal: { each: 0.35, cap: 1.4 },
} as const;

/** Losses. Adverts name roads, water and lamps too: two advert words outweigh any finding. */
export const LOSSES = {
  advert: { each: 1.7, cap: 8 },
  price: { each: 0.6, cap: 1.8 },
  solved: { each: 2.2, cap: 3 },
  past: { each: 1, cap: 1.6 },
  elsewhere: { each: 2.2, cap: 3.4 },
  faraway: { each: 0.6, cap: 1 },
  hypothetical: { each: 1.2, cap: 2 },
  wishful: { each: 3, cap: 4 },
  private: { each: 0.8, cap: 1.8 },
  weather: { each: 0.25, cap: 0.5 },
  joke: { each: 1.1, cap: 2 },
  greeting: { each: 0.6, cap: 1.5 },
  neighbour: { each: 1.6, cap: 2.6 },
  notice: { each: 0.9, cap: 3.2 },
  praise: { each: 1.1, cap: 2.2 },
  fine: { each: 2.5, cap: 3.5 },
} as const;

/** Second and third findings in one text confirm the first. */
export const SECOND_FINDING = 0.8;
export const THIRD_FINDING = 0.4;

/** Laughing faces weaken, worried ones do not. */
export const LAUGHING_FACES = new Set(
  '偷笑 呲牙 破涕为笑 笑脸 憨笑 坏笑 旺柴 奸笑 大笑 调皮 愉快 得意 机智 嘿哈 吃瓜 耶'.split(' '),
);
export const LAUGHING = 0.9;

/** A long text without a plea is a story, a chain letter or an advert. */
export const LONG_TEXT = 260;
export const LONG_LOSS = 1.6;

/** "The pole leaned last year, now it is a new one": a story that has ended well. */
export const PAST_AND_SOLVED = 1.5;
