import type { Category } from '../../cases/words.js';

/** What officials call the categories. */
const NAMES: Record<Category, string> = {
  road: '道路交通 道路 公路 交通 路 修路 桥梁 交通出行',
  utility:
    '水电气讯 水电 水电气 路灯 供水 供电 用水 用电 自来水 停水 停电 通信 网络 燃气 照明 基础设施 水电气网',
  sanitation: '环境卫生 卫生 环卫 环境 垃圾 污染 环保 生态环境 保洁 人居环境',
  farming: '农业 农业农村 农林水 农林水利 水利 林业 畜牧 农技 养殖 种植 灌溉 渔业 农业生产',
  housing: '住房 住房建设 房屋 建房 住建 危房 宅基地 规划 城建 住房规划 住房土地 土地',
  welfare: '社会保障 社保 低保 救助 民政 就业 欠薪 社会救助 养老 残疾 特困 困难救助 民政救助',
  education: '教育 教育文体 文体 学校 上学 文化体育 文化',
  health: '医疗卫生 医疗 健康 看病 医保 卫健 卫生健康 家庭医生 防疫',
  security: '治安 综治 纠纷 矛盾纠纷 噪音 诈骗 反诈 公安 调解 社会治安 治安安全 安全',
  government: '政务 政务服务 办事 证件 窗口 政务办事 户籍 办证',
  village_affairs: '村务 村务公开 集体资产 选举 三资 财务公开 村务管理',
  disaster: '应急 应急灾害 灾害 防汛 火灾 消防 地质灾害 救灾 抢险 应急管理 灾害险情 险情',
  other: '其他 其它 别的',
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([category, names]) =>
    names.split(' ').map((name) => [name, category as Category] as const),
  ),
);

/** Words of the configuration for 改类, on top of those built in. */
export type CategoryWords = ReadonlyMap<string, Category>;

/** The category that a word names, null when none does. 环境卫生类, “路灯”问题 are understood; the county's words go first. */
export function categoryOf(word: string, own: CategoryWords = new Map()): Category | null {
  const name = word.replace(/[\s"“”'‘’《》【】[\]()（）。.,，]/gu, '').replace(/^(?:为|成|到)/u, '');
  const stem = name.replace(/(?:类别|类|方面|问题)$/u, '');
  return own.get(name) ?? own.get(stem) ?? BY_NAME.get(name) ?? BY_NAME.get(stem) ?? null;
}
