import type { CategoryLexicon } from './types.js';

/** 农业水利林业畜牧 */
export const FARMING: CategoryLexicon = {
  category: 'farming',
  things: {
    ditch: '水渠 渠道 渠 主渠 支渠 圳 水圳 沟渠 毛渠 灌溉渠 干渠 渡槽 渠水 圳沟 田沟 沟渠子',
    dam: `塘坝 山塘 塘基 水坝 堤 大堤 堤坝 坝 坝子 水库坝 河堤 土坝 闸 闸门 水闸 涵闸 塘堤 溢洪道`,
    pump: `抽水机 水泵 泵站 电排 机埠 排灌站 提灌站 抽水泵 机井 深水井 电灌站 排涝站 泵房 喷灌 滴灌`,
    field: `田 田里 秧田 稻田 禾田 地里 田垄 大棚 菜地 果园 茶园 鱼塘 虾塘 禾 稻子 谷子 秧 秧苗 苞谷 玉米 麦子 小麦
      油菜 棉花 茶树 橘子树 脐橙 柑子 庄稼 葡萄 辣椒 烟叶 水稻 早稻 晚稻 甘蔗 花生 红薯 西瓜 苹果 蔬菜`,
    seed: '种子 谷种 稻种 苗子 秧苗 树苗 化肥 复合肥 农药 地膜 菜种 种苗 肥料 除草剂',
    stock: '猪 牛 羊 鸡 鸭 鱼 虾 猪崽 鸡苗 鸭苗 母猪 牛羊 蜂 蜜蜂 蟹',
    harvester: '收割机 农机 旋耕机 烘干机 插秧机 无人机',
    wild: '野猪 猴子 野猪群 獾 麂子 鸟 蝗虫 田鼠 竹鼠 松鼠',
    tree: '古树 松树 枯树 山林 林子 公益林 杉树 大树 老樟树 樟树 柏树 竹林 风水树 山',
  },
  states: {
    dry: `干 干了 干死 干枯 开坼 裂 旱 没水 缺水 放不到水 没水放 水放不下来 水下不来 水上不来 没水进 不来水
      上不了水 来不了水 抢水 进不了水 灌不了 打不上 抽不上`,
    sick: `死 死了 死光 死完 死绝 一片片死 成片死 倒伏 倒 黄叶 发黄 黄了 卷叶 烂根 烂 生虫 虫 长虫 虫吃 病 发病
      得病 瘟 发瘟 枯 枯了 不长 不结 不抽穗 不出苗 不发芽 没发芽 出不了芽 空壳 瘪壳 落果 裂果 绝收 没收成 打蔫
      拉稀 不吃食 流鼻涕`,
    fake: `假 假的 假货 不出芽 不发芽 没出芽 出芽率 烧苗 烧死 死苗 质量 过期 不管用 没效果 没发 没到 缺货 领不到
      不够`,
    eaten: '拱 拱了 拱完 拱烂 糟蹋 吃光 吃了 吃完 祸害 踩 啃 又来了 下山 成群 翻了',
    unsold: `卖不出 卖不掉 没人收 没人要 没人买 滞销 烂在 压价 跌到 收购 打白条 白条 烂在地里 烂在树上`,
    felled: '砍 砍了 偷砍 乱砍 盗伐 砍光 挖走 挖树 要倒 快倒 枯死 压到屋 死了 烧',
    waiting: '没来 不来 等 排队 叫不到 没有 坏了 坏 涨价 不够 进不去 下不了田 陷',
  },
  noFallback: 'field stock tree wild seed',
  frames: [
    {
      things: 'ditch',
      states: 'blocked collapsed broken leaking piled unmanaged cracked dry stopped gone',
      weight: 'sure',
      gap: 6,
    },
    {
      things: 'dam',
      states: 'collapsed leaking cracked broken dangerous',
      weight: 'sure',
      urgency: 'urgent',
      gap: 6,
    },
    { things: 'pump', states: 'broken stopped gone unmanaged refused', weight: 'sure', gap: 6 },
    { things: 'field', states: 'dry', weight: 'strong', urgency: 'urgent', gap: 5 },
    { things: 'field', states: 'flooded', weight: 'strong', urgency: 'urgent', gap: 4 },
    { things: 'field', states: 'sick', weight: 'likely', gap: 5 },
    { things: 'field', states: 'unsold', weight: 'likely', gap: 8 },
    { things: 'seed', states: 'fake', weight: 'strong', gap: 6 },
    { things: 'stock', states: 'sick', weight: 'likely', urgency: 'urgent', gap: 4 },
    { things: 'harvester', states: 'waiting', weight: 'likely', gap: 4 },
    { things: 'wild', states: 'eaten', weight: 'strong', gap: 8 },
    { things: 'tree', states: 'felled tilted dangerous', weight: 'likely', gap: 5 },
  ],
  phrases: [
    {
      weight: 'sure',
      words: `田里开坼 田都开坼 田干了 田开裂 禾都干死 秧插不下去 没水插秧 没水打田 放不到水 水放不下来 渠道垮
        渠道堵 水渠堵 水渠垮 渠里没水 圳沟堵 抽水机坏 泵站坏 电排没开 闸门打不开 闸没开 闸门坏 野猪拱 野猪又
        野猪下山 猴子偷 稻飞虱 卷叶虫 二化螟 稻瘟病 钻心虫 草地贪夜蛾 红火蚁 松材线虫 非洲猪瘟 猪瘟 鸡瘟 发瘟
        瘟了 假种子 假农药 假化肥 谷种不发芽 种子不出 卖不出去 烂在地里 烂在田里 烂在树上 没人来收 收购价压
        打白条 虫灾 药害 打药没用 打药不管用`,
    },
    {
      weight: 'likely',
      words: `没水灌 抢水 争水 排涝 排不出水 内涝 干旱 旱死 缺水 沟没人清 沟堵了 渠道没清 防火带 山林 偷树 偷砍 砍树
        压价 黄叶 发病了 死苗 烂根 倒伏`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `不上水 上不了水 浇不上 浇不了 浇不成 没水浇 没法浇 井没水 井干了 机井坏 电排没开 怎么没开 没人开闸
        闸门没开 不放水 没放水 渍了 渍水 渍死 沤烂 沤根 禾淹 淹了田 淹了禾 田淹 淹了几十亩 淹了多少亩 鱼浮头
        翻塘 大棚压 大棚塌 棚压垮 棚塌 棚垮 压趴 掀棚 掀了大棚 冻坏 苗全完 绝收 颗粒无收 倒伏 猪发病 口蹄疫`,
    },
    {
      weight: 'strong',
      words: `不出苗 不发芽 出苗率 发芽率 不到三成 出了不到 没出几棵 没长出来 假种 种子有问题 种子是假 买的种 买到假
        药打了没用 打了没用 烧苗 除草剂飘 飘药 药飘 拱完 拱光 偷树 偷砍 砍了树 盗砍 砍伐 挖树 渠又 渠坏 渠漏
        堰塘 塘漏 塘坝 坝漏 坝裂 山塘 闸口 沟堵 没人来收 卖不动 卖不脱 压级 压秤 短斤少两 没机子 虫子吃
        打什么药 什么药 黄叶 卷叶`,
    },
    {
      weight: 'likely',
      kind: 'consultation',
      words: `打什么药好 用什么药 什么虫 什么时候打药 几时打药 几时放水 什么时候放水 打么子药 报保险 有没保险 保险赔
        怎么赔 赔多少 赔不赔 农业保险`,
    },
    { weight: 'strong', words: '发病 牛死 猪死 羊死 虾死 鱼死 鸡死 鸭死' },
    {
      weight: 'maybe',
      words: `下套 什么病 冻死 冻死了 减产 单杠 压垮 发黄 夹子 套子 打疫苗 承包地 收割机 收购 放水 水渠 浇地 渠道
        漏水 生虫 白条 禽流感 糟蹋 药死 虫害 补种 野猪 飞防`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `花冻 冻成黑 冻坏 冻花 冻死了花 冻果 霜打 打了霜 倒春寒 花都掉 果子掉 落花 白忙活 一年白 一分钱收不
        没得收 收不到 雹子 冰雹打`,
    },
    {
      weight: 'strong',
      words: `收我们的 收我家 收了我们 钱没给 钱拖 从五月拖 拖到现在 一分没见 社长电话 订单 没人拉 没人摘 烂枝头`,
    },
    {
      weight: 'strong',
      kind: 'suggestion',
      words: '拉一条电 架条电 修条机耕 修个水池 打口井 打个井 修个渠 装个泵 防霜机',
    },
  ],
};
