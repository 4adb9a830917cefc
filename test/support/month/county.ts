import { readFileSync } from 'node:fs';
import type { Villager } from '../../../src/village/api.js';

/** The county of the month: three townships, twelve villages, their officials and a hundred and twenty neighbours. */

export interface MonthVillage {
  /** `青石镇/柳塘村` */
  place: string;
  name: string;
  township: string;
  head: string;
  cadre: string;
  grid: string;
  neighbours: string[];
  /** Whether its cadre is on call on working days: asked before the head then. */
  roster: boolean;
}

export const COUNTY = '云岭县';
export const COUNTY_GROUP = '县群众工作群';
export const TOWNSHIPS = ['青石镇', '白杨镇', '龙泉乡'] as const;
const VILLAGES = [
  '柳塘村', '梅岭村', '双桥村', '石井村', '黄土坪村', '油麻村', '枣林村', '高垅村', '沙洲村', '茶亭村', '竹山村', '马田村',
]; // prettier-ignore
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵';
const [HEADS, CADRES, GRIDS] = [
  ['正义', '大山', '志远'],
  ['小兰', '秋生', '建国'],
  ['桂花', '细妹', '长春'],
];

export const INSPECTORS = ['欧清和', '文书音'] as const;
export const ADMIN = '县办';
export const ROADS = '交通局';

const surname = (i: number): string => [...SURNAMES][i % SURNAMES.length] ?? '王';

export const PLACES: MonthVillage[] = VILLAGES.map((name, i) => {
  const township = TOWNSHIPS[Math.floor(i / 4)] ?? TOWNSHIPS[0];
  const of = (given: string[], at: number): string => `${surname(i * 5 + at)}${given[i % 3] ?? ''}`;
  return {
    place: `${township}/${name}`, name, township,
    head: of(HEADS ?? [], 0), cadre: of(CADRES ?? [], 1), grid: of(GRIDS ?? [], 2),
    neighbours: Array.from({ length: 10 }, (_, n) => `${surname(i * 10 + n)}${['大爷', '嫂子', '师傅'][i % 3] ?? ''}${['子', '丑', '寅', '卯'][i % 4] ?? ''}`),
    roster: i % 3 === 1,
  }; // prettier-ignore
});

export const leaderOf = (township: string): string =>
  ({ 青石镇: '李望秋', 白杨镇: '宋江南', 龙泉乡: '白如云' })[township] ?? '';
export const powerOf = (township: string): string => `${township.slice(0, 2)}电力所`;
/** The head of the first village: whom the accusations name. */
export const ACCUSED = PLACES[0]?.head ?? '';

export const VILLAGERS: Villager[] = PLACES.flatMap(({ neighbours }, village) =>
  neighbours.map((name, n) => ({ id: `wxid_v${village}_${n}`, name, village, about: '村民' })),
);

/** The directory.yaml of the county. */
export function directory(): string {
  const groups = [
    ...PLACES.map(({ name, place }) => `{ topic: ${name}服务群, kind: village, place: ${place} }`),
    ...TOWNSHIPS.map((place) => `{ topic: ${place}工作群, kind: work, place: ${place} }`),
    `{ topic: ${COUNTY_GROUP}, kind: work, place: '' }`,
  ];
  const people = [
    ...PLACES.flatMap(({ place, head, cadre, grid }, i) => [
      `{ name: ${head}, role: village_head, place: ${place}, contact: wxid_h${i} }`,
      `{ name: ${cadre}, role: village_cadre, place: ${place}, contact: wxid_c${i} }`,
      `{ name: ${grid}, role: grid_worker, place: ${place}, contact: wxid_g${i}, words: [三组, 老樟树] }`,
      `{ name: 志愿${i}号, role: volunteer, place: ${place}, contact: wxid_w${i} }`,
      `{ name: 医生${i}号, role: doctor, place: ${place}, contact: wxid_d${i} }`,
    ]),
    ...TOWNSHIPS.flatMap((place, i) => [
      `{ name: ${leaderOf(place)}, role: township_leader, place: ${place}, contact: wxid_l${i} }`,
      `{ name: ${powerOf(place)}, role: department, place: ${place}, contact: wxid_p${i}, categories: [utility] }`,
    ]),
    `{ name: ${ROADS}, role: department, place: '', contact: wxid_jt, categories: [road] }`,
    ...INSPECTORS.map((name, i) => `{ name: ${name}, role: inspector, place: '', contact: wxid_i${i} }`),
    `{ name: ${ADMIN}, role: admin, place: '', contact: wxid_admin }`,
  ];
  const duty = [
    ...PLACES.filter((one) => one.roster).map(({ place, cadre }) => `{ place: ${place}, days: [工作日], people: [${cadre}] }`),
    `{ place: 青石镇, days: [每天], people: [${leaderOf('青石镇')}] }`,
  ]; // prettier-ignore
  const list = (all: string[]): string => all.map((one) => `  - ${one}\n`).join('');
  return `county: ${COUNTY}\ngroups:\n${list(groups)}people:\n${list(people)}duty:\n${list(duty)}`;
}

/** The packaged categories with the county's own rules of routing. */
export function categories(): string {
  const packaged = readFileSync(new URL('../../../config/categories.yaml', import.meta.url), 'utf8');
  return packaged.replace(/^routing: \[\]$/mu, RULES);
}

const RULES = `routing:
  - { rule: 电归电力所, category: utility, words: [电压, 电表], to: department }
  - { rule: 桥归交通局, category: road, words: [桥], to: ${ROADS} }`;
