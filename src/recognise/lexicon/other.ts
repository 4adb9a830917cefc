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
      words: `帮帮忙 帮个忙 搭把手 借个轮椅 借轮椅 借担架 借梯子 没人帮 谁能帮 谁来帮 请大家帮忙 帮忙找 帮我找
        麻烦帮`,
    },
    {
      weight: 'likely',
      kind: 'suggestion',
      words: `建议村里 建议镇里 建议社区 建议物业 建议便民 建议书记 建议主任 建议大家 建议在 建议把 建议能 建议装
        建议修 建议搞 建议弄 建议放 建议设 建议统一 建议学校 建议小区 建议政府 提个建议 提个意见 提条意见
        我有个想法 我有个建议 能不能给 能不能搞 能不能装 能不能修 能不能在 能不能把 可不可以在 可不可以把
        要是能`,
    },
    {
      weight: 'maybe',
      kind: 'suggestion',
      words: `长凳 凳子 椅子 凉亭 饮水机 雨棚 灯光 音响 舞台 篮球架 图书 充电桩 摄像头 监控 减速带 公告栏 信报箱
        快递柜 花坛 绿化 健身 停车位 大门 指示牌 垃圾桶 厕所 门牌 自行车棚`,
    },
    {
      weight: 'maybe',
      kind: 'suggestion',
      words: `盖个棚 搭个棚 搭个雨棚 换成电子屏 电子屏 搞个食堂 建个亭 装个扶手 装扶手 装个摄像头`,
    },
  ],
};
