import type { TrainingRow } from '../../src/recognise/learn/classifier/train-classifier.js';

const WORDS = {
  路: {
    things: ['水泥路', '石板路', '机耕道', '土坡'],
    faults: ['塌了一截', '坑坑洼洼', '没人修', '裂开好长'],
  },
  水: { things: ['自来水', '水管', '井水', '水表'], faults: ['停了三天', '发黄', '漏得满地', '有股怪味'] },
  学: {
    things: ['小学', '食堂', '校车', '课本费'],
    faults: ['收费太贵', '老师太少', '不按时来', '饭菜是凉的'],
  },
} as const;
const PLACES = ['桥头村', '石门口', '大塘冲', '三家店', '柳树湾'];

/** Made-up letters of three classes, `each` of every class: short title, longer body (every fifth without). */
export function letters(each: number, from = 0): TrainingRow[] {
  return Object.entries(WORDS).flatMap(([label, { things, faults }]) =>
    Array.from({ length: each }, (_, k) => {
      const i = from + k;
      const [thing, fault] = [things[i % 4] ?? '', faults[(i >> 2) % 4] ?? ''];
      const place = PLACES[i % 5] ?? '';
      const body = i % 5 === 0 ? '' : `您好。我们${place}的${thing}${fault}，${i}号就报过了。请派人来看看。`;
      return { texts: [`${place}${thing}${fault}`, body], label };
    }),
  );
}

/** The same as JSON lines with fields title, body and class. */
export function letterLines(each: number): string {
  return letters(each)
    .map(({ texts: [title, body], label }) => JSON.stringify({ title, body, class: label }))
    .join('\n');
}
