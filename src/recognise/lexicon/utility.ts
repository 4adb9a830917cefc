import type { CategoryLexicon } from './types.js';

/** 水电气讯路灯 */
export const UTILITY: CategoryLexicon = {
  category: 'utility',
  things: {
    water:
      '水 自来水 龙头 水龙头 井水 山泉水 泉水 水塔 水站 水厂 蓄水池 饮用水 生活用水 吃的水 用的水 屋里水 管子里',
    pressure: '水压 水量 水流',
    pipe: '水管 水管子 自来水管 总水管 主管 主管道 总管 管道 供水管 接头 阀门 总阀 消防栓 水表 水管接头',
    power: '电 家里电 屋里电 变压器 总闸 台区 空气开关 电表 电闸 变压箱 配电箱 配电房',
    voltage: '电压',
    line: '电线 电缆 高压线 光缆 网线 广播线 电话线 线缆 低压线 铝线 皮线 裸线 火线 电线子',
    pole: '电杆 电线杆 电柱 水泥杆 线杆 灯杆 通信杆 电桩 高压杆 杆子',
    lamp: '路灯 太阳能灯 太阳能路灯 灯 灯泡 灯头 照明灯 那排灯 路灯杆 那盏灯 灯光',
    stairLamp: '楼道灯 声控灯 过道灯 楼梯灯 楼梯间灯',
    signal:
      '信号 手机信号 网 网络 宽带 光纤 基站 信号塔 移动网 电信网 wifi 流量 电视信号 有线电视 广电 机顶盒 座机 打电话 铁塔',
    gas: '煤气 天然气 燃气 液化气 煤气管 燃气管 天然气管 气管 管道气',
    speaker: '大喇叭 村村响 广播',
    charger: '充电桩 充电棚',
  },
  states: {
    dark: `不亮 没亮 不得亮 亮不起 不着 黑 黑了 黑的 黑起 熄 熄了 灭 灭了 坏 坏了 瞎 瞎了 瞎火 罢工 省电 节约用电 节电 节能 闭眼 闭着眼 睡 睡了 睡觉 请假 下班 休息 放假 退休 摆设 装饰 看的
      成仙 断气 死了 没了 没电 闪 闪一下 一闪一闪 鬼火 萤火虫 蹦迪 眨眼 打瞌睡 比萤火虫 装瞎 只亮 才亮 剩 值班`,
    wasteful: '白天亮 大白天 大太阳 太阳底下 白天 日头底下 晴天亮 通宵亮',
    live: '冒火 冒火花 打火 火花 起火 冒烟 漏电 带电 电人 麻手 麻人 麻 触电 滋滋 噼里啪啦 爆炸 炸',
  },
  frames: [
    { things: 'water', states: 'stopped', weight: 'strong', urgency: 'urgent', gap: 2 },
    { things: 'water', states: 'dirty', weight: 'likely', gap: 6 },
    { things: 'water', states: 'stinking', weight: 'maybe', gap: 4 },
    { things: 'water pressure', states: 'weak', weight: 'maybe', gap: 3 },
    { things: 'pressure voltage', states: 'weak', weight: 'strong', gap: 4 },
    { things: 'pipe', states: 'leaking broken cracked fallen', weight: 'strong', urgency: 'urgent', gap: 5 },
    { things: 'power', states: 'stopped', weight: 'strong', urgency: 'urgent', gap: 2 },
    { things: 'power', states: 'weak', weight: 'maybe', gap: 2 },
    { things: 'power line pole', states: 'live', weight: 'strong', urgency: 'emergency', gap: 8 },
    { things: 'line', states: 'fallen', weight: 'sure', urgency: 'urgent', gap: 8 },
    { things: 'pole', states: 'tilted fallen cracked dangerous', weight: 'sure', gap: 7 },
    { things: 'lamp stairLamp', states: 'dark', weight: 'strong', gap: 5 },
    { things: 'lamp stairLamp', states: 'broken gone', weight: 'strong', gap: 4 },
    { things: 'lamp', states: 'wasteful', weight: 'likely', gap: 8 },
    { things: 'lamp', states: 'missing', weight: 'likely', gap: 2 },
    { things: 'signal', states: 'stopped weak broken', weight: 'likely', gap: 4 },
    { things: 'gas', states: 'leaking stinking live', weight: 'sure', urgency: 'emergency', gap: 5 },
    { things: 'gas', states: 'stopped', weight: 'likely', urgency: 'urgent', gap: 2 },
    { things: 'speaker', states: 'broken loud', weight: 'likely', gap: 4 },
    { things: 'lamp charger water signal', states: 'wished', weight: 'maybe', kind: 'suggestion', gap: 6 },
    { things: 'charger', states: 'broken blocked stopped', weight: 'strong', gap: 4 },
  ],
  phrases: [
    {
      weight: 'sure',
      urgency: 'urgent',
      words: `又停水 又停电 又没水 又没电 还没来水 还没来电 还没水 还没电 又断水 又断电 停水了 停电了 断水了 断电了 天天停水 天天停电 经常停水 经常停电 老是停水 老是停电
      没水用 没水吃 没水喝 没水煮饭 没水洗澡 没水冲厕所 放不出水 不出水 一滴水没 一滴水都没 一滴都没 水都没一滴 没一滴水 滴水没有 龙头放空气 龙头里全是气 水龙头唱歌 水龙头咳嗽 龙头吹口哨 龙头打嗝 龙头放屁 龙头喘气
      水还没来 电还没来 水又没了 电又没了 水又停 电又停 水又走了 电又走了 全村停电 整个村停电 一片漆黑 几天没水 几天没电 水比油贵 水比金贵 挑水吃 挑水喝 到河里挑水 接雨水`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words:
        '停水 停电 断水 断电 没水了 没电了 没来水 没来电 水停了 电停了 水没了 电没了 跳闸 烧了变压器 变压器烧了 变压器炸了 变压器响',
    },
    {
      weight: 'sure',
      words: `黑灯瞎火 摸黑走 打手电走 打手电筒走 伸手不见五指 路灯不亮 路灯坏 灯不亮 灯没亮 路灯没亮 灯又黑 灯又不亮 路灯又罢工 路灯又瞎 灯都不亮 一盏都不亮 没一盏亮 没有一盏亮 亮一盏 一盏没亮 路灯成了摆设
      没路灯 没有路灯 路灯都没 灯杆子都倒 灯罩掉 太阳能板掉 电压低 电压不够 电压不稳 空调带不动 电饭煲煮不熟 水泵抽不动 没信号 信号没 信号都没 没网 没有网 断网 网又断 网断了 上不了网 打不出电话 打不通电话
      跑到山上打电话 爬到山上打电话 爬到屋顶打电话 上网课爬 站到坡上打电话 电话打不出去 水像酱油 水像尿 水是黄的 水黄 水浑 浑水 水里有虫 一股漂白粉 有股铁锈味 水表乱跳 水费乱收 电费乱收 乱收水费 乱收电费`,
    },
    {
      weight: 'likely',
      words: `墨黑 黢黑 漆黑 抹黑 墨墨黑 漆麻黑 乌漆麻黑 黑咕隆咚 黑漆漆 黑黢黢 黑麻麻 摸黑 打手电 点蜡烛 点煤油灯 水费 电费 水小 水好小 水太小 水细 水上不来 上不来水 水上不去
      充不进电 电表 抄表 网卡 网慢 网速 网络差 一格信号 信号差 信号不好 信号弱 看不成电视 电视没台`,
    },
    {
      weight: 'sure',
      urgency: 'emergency',
      words:
        '煤气味 煤气泄漏 天然气泄漏 燃气泄漏 漏煤气 漏天然气 煤气罐着火 煤气爆炸 高压线断 高压线掉 电线掉下来 电线断了 电线掉在 电线掉到 电线冒火 电线打火 电线起火 变压器冒火 变压器冒烟 变压器起火 电杆倒了 电线杆倒了 电线拖在地 电线拖地 漏电 触电 电到人 电死',
    },
  ],
};
