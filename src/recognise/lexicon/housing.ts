import type { CategoryLexicon } from './types.js';

/** 住房建设规划，含小区物业 */
export const HOUSING: CategoryLexicon = {
  category: 'housing',
  things: {
    lift: '电梯 升降机 货梯',
    house: `房子 老屋 土砖房 土坯房 危房 屋 屋顶 墙 外墙 围墙 墙体 天花板 楼板 楼顶 老房子 祖屋 屋檐 阳台 瓦 瓦片
      楼梯 楼道 地下室 单元门 门禁 大门 道闸 车库 墙砖 瓷砖 外墙砖 墙皮 楼道窗 安置房 板房 大瓦 戏台 祠堂 老房
      木房 吊脚楼 鼓楼 亭子 牌坊 门楼 广告牌 招牌 空调外机 水塔`,
    estate: '物业 物管 物业公司 开发商 业委会 保安',
    building: `违建 违章建筑 加建 乱搭 私搭 搭棚 铁皮棚 占地建房 建房 起屋 盖房 砌屋 修屋 工地 施工 施工队`,
    permit: `宅基地 建房证 房产证 不动产证 土地证 规划证 准建证 危改 危房改造 拆迁款 征收款 征地款 拆迁 征地 征收
      安置 补偿款 安置费 过渡费 青苗费`,
  },
  states: {
    trapped: '关人 关了人 又关 困人 困了人 困住 有人 里头有人 里面有人 关在',
    stuck: `卡人 卡住 卡在 停 停了 坏 坏了 又坏 不动 掉层 往下掉 抖 抖得 异响 没人修 罢工 按不动 停运 维修`,
    decaying: `漏 漏雨 漏水 渗水 裂 开裂 裂缝 垮 倒 塌 掉 脱落 掉下来 要倒 快倒 歪 斜 危险 吹翻 掀 发霉 空鼓 坏 坏了
      关不上 锁不上 砸 摇摇晃晃 晃 要掉 快掉 悬着 松了 松动 掉渣 掉灰 裂了`,
    lax: `不管 不修 没人管 不作为 涨价 乱收费 收费 光收钱 只收钱 收钱 跑了 跑路 不开票 不接电话 电话不接 没人接
      装死 推 扯皮 不清 不扫 不退`,
    illegal: `占 占了 违规 没批 没手续 没证 挡光 挡阳光 采光 加层 越界 乱 偷建 抢建 没人管 吵 半夜 灰`,
  },
  noFallback: 'estate permit house',
  frames: [
    { things: 'lift', states: 'trapped', weight: 'sure', urgency: 'emergency', gap: 6 },
    { things: 'lift', states: 'stuck broken', weight: 'sure', urgency: 'urgent', gap: 5 },
    { things: 'house', states: 'decaying collapsed', weight: 'maybe', gap: 5 },
    { things: 'estate', states: 'lax unmanaged refused', weight: 'strong', gap: 8 },
    { things: 'building', states: 'illegal dangerous loud', weight: 'likely', gap: 6 },
    { things: 'permit', states: 'unpaid refused', weight: 'strong', gap: 8 },
    { things: 'permit', states: 'howto', weight: 'strong', kind: 'consultation', gap: 14 },
  ],
  phrases: [
    {
      weight: 'sure',
      urgency: 'emergency',
      words: `电梯关人 电梯困人 电梯里有人 关在电梯 困在电梯 被困电梯 卡在电梯 房子要倒 房子倒了 墙要倒了 屋要倒了
        屋倒了 墙倒了`,
    },
    {
      weight: 'sure',
      words: `外墙砖掉 外墙脱落 墙砖掉 掉墙皮 瓷砖掉下来 楼道堆满 楼道堆 堆在楼道 飞线充电 电动车进楼 电动车上楼
        物业不管 物业没人管 危房 成了危房 违建 违章建筑 房产证办不下来 拆迁款没 征地款没 征收款没 补偿款没
        过渡费 往楼下扔 楼上扔 从楼上丢 屋顶漏雨 漏雨漏得`,
    },
    {
      weight: 'likely',
      words: `楼上漏水 楼顶漏水 门禁坏 单元门坏 道闸坏 漏雨 墙裂 地下车库 烂尾楼 质量问题 加装电梯 施工扰民`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `电梯坏 电梯停 电梯又 电梯抖 电梯掉 电梯响 电梯没人修 电梯一直 爬了十几楼 房梁响 房梁 屋梁 梁响 嘎吱响
        瓦面穿 瓦穿 漏到 漏成 满屋漏 到处漏 成屋水 一屋水 屋漏 顶棚塌 天花板掉 吊顶掉 瓷砖掉 墙皮掉 墙体开裂
        墙裂 墙倒 围墙倒 围墙要倒 阳台掉`,
    },
    {
      weight: 'strong',
      words: `楼道头 楼道里堆 楼道全是 电瓶车上楼 电瓶车堵 电瓶车停 充电线 拉线充电 插线板 私接 电瓶进 停在楼道
        停楼道 楼道灯 楼道没灯 楼道黑 单元门 监控坏 监控没 没监控 监控看不 保安睡 保安不 物业不 物业没 物业呢
        物业死 物业收 物业费涨 涨物业 加装电梯 车库漏 车库积水 养鸽子 占绿地 占公共 私占 违建 搭棚 搭了个
        封阳台 占了过道 扔下来 丢下来 掉下来 泼水下来 楼上漏 楼上滴 楼上泼`,
    },
    { weight: 'likely', words: '交房 办证难 危房 漏雨 批地 批宅基地' },
    { weight: 'strong', words: '漏水 装修垃圾 高空抛物' },
    {
      weight: 'maybe',
      words: `业主大会 业委会 养鸡 加盖 圈了 圈地 地下室 地库 墙外 宅基地 安置房 建房 开发商 征地 房产证 拆迁 插排
        涨价 爬楼 物业费 种菜 维修基金 补偿 门禁 飞线`,
    },
  ],
};
