import type { CategoryLexicon } from './types.js';

/** 其他：地图定位、快递、宠物 … 以及只知有事、不知何事的求助 */
export const OTHER: CategoryLexicon = {
  category: 'other',
  things: {
    map: '导航 地图 定位 地址',
  },
  states: {
    misled: '错 搞错 走错 标错 带到 改一下 导错 不对 搜不到 找不到',
  },
  noFallback: 'map',
  frames: [{ things: 'map', states: 'misled', weight: 'likely', gap: 8 }],
  phrases: [
    {
      weight: 'sure',
      kind: 'help',
      words: '求助 求帮忙 请求帮助 微心愿 想请村里帮 请村里帮 能不能帮我家 求村里帮 有志愿者',
    },
    {
      weight: 'likely',
      kind: 'help',
      words:
        '帮帮忙 帮个忙 搭把手 借个轮椅 借轮椅 借担架 借梯子 没人帮 一个人抬不动 谁能帮 谁来帮 请大家帮忙 帮忙找 帮我找 麻烦帮',
    },
  ],
};
