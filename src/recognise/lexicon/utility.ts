import type { CategoryLexicon } from './types.js';

/** 水电气讯路灯 */
export const UTILITY: CategoryLexicon = {
  category: 'utility',
  things: {
    water: `水 自来水 龙头 水龙头 井水 山泉水 泉水 水塔 水站 水厂 蓄水池 饮用水 生活用水 吃的水 用的水 屋里水 管子里`,
    pressure: '水压 水量 水流',
    pipe: `水管 水管子 自来水管 总水管 主管 主管道 总管 管道 供水管 接头 阀门 总阀 消防栓 水表 水管接头 蓄水池 水池
      水塔 储水罐 水窖 水箱`,
    power: '电 家里电 屋里电 变压器 总闸 台区 空气开关 电表 电闸 变压箱 配电箱 配电房',
    voltage: '电压',
    line: '电线 电缆 高压线 光缆 网线 广播线 电话线 线缆 低压线 铝线 皮线 裸线 火线 电线子',
    heat: '暖气 暖气片 供暖 地暖 锅炉房 供热 热力',
    pole: '电杆 电线杆 电柱 水泥杆 线杆 灯杆 通信杆 电桩 高压杆 杆子',
    lamp: '路灯 太阳能灯 太阳能路灯 灯 灯泡 灯头 照明灯 那排灯 路灯杆 那盏灯 灯光',
    stairLamp: '楼道灯 声控灯 过道灯 楼梯灯 楼梯间灯',
    signal: `信号 手机信号 网 网络 宽带 光纤 基站 信号塔 移动网 电信网 wifi 流量 电视信号 有线电视 广电 机顶盒 座机
      打电话 铁塔`,
    gas: '煤气 天然气 燃气 液化气 煤气管 燃气管 天然气管 气管 管道气',
    speaker: '大喇叭 村村响 广播',
    charger: '充电桩 充电棚',
  },
  states: {
    cold: '冰凉 凉 不热 没热 没温度 冰 冷 温吞 跟冰一样 冰溜子 半热不热 不暖',
    dark: `不亮 没亮 不得亮 亮不起 不着 黑 黑了 黑的 黑起 熄 熄了 灭 灭了 坏 坏了 瞎 瞎了 瞎火 罢工 省电 节约用电
      节电 节能 闭眼 闭着眼 睡 睡了 睡觉 请假 下班 休息 放假 退休 摆设 装饰 看的 成仙 断气 死了 没了 没电 闪
      闪一下 一闪一闪 鬼火 萤火虫 蹦迪 眨眼 打瞌睡 比萤火虫 装瞎 只亮 才亮 剩 值班`,
    wasteful: '白天亮 大白天 大太阳 太阳底下 白天 日头底下 晴天亮 通宵亮',
    live: `冒火 冒火花 打火 火花 起火 冒烟 漏电 带电 电人 麻手 麻人 麻 触电 滋滋 噼里啪啦 爆炸 炸`,
  },
  noFallback: 'power',
  frames: [
    { things: 'water', states: 'stopped', weight: 'strong', urgency: 'urgent', gap: 2 },
    { things: 'water', states: 'dirty', weight: 'likely', gap: 6 },
    { things: 'water', states: 'stinking', weight: 'maybe', gap: 4 },
    { things: 'water pressure', states: 'weak', weight: 'maybe', gap: 3 },
    { things: 'heat', states: 'stopped weak broken cold leaking', weight: 'sure', urgency: 'urgent', gap: 5 },
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
      words: `又停水 又停电 又没水 又没电 还没来水 还没来电 还没水 还没电 又断水 又断电 停水了 停电了 断水了 断电了
        天天停水 天天停电 经常停水 经常停电 老是停水 老是停电 没水用 没水吃 没水喝 没水煮饭 没水洗澡
        没水冲厕所 放不出水 不出水 一滴水没 一滴水都没 一滴都没 水都没一滴 没一滴水 滴水没有 龙头放空气
        龙头里全是气 水龙头唱歌 水龙头咳嗽 龙头吹口哨 龙头打嗝 龙头放屁 龙头喘气 水还没来 电还没来 水又没了
        电又没了 水又停 电又停 水又走了 电又走了 全村停电 整个村停电 一片漆黑 几天没水 几天没电 水比油贵
        水比金贵 挑水吃 挑水喝 到河里挑水 接雨水`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `停水 停电 断水 断电 没来水 没来电 水停了 电停了 水没了 电没了 跳闸 烧了变压器 变压器烧了 变压器炸了
        变压器响`,
    },
    {
      weight: 'sure',
      words: `黑灯瞎火 摸黑走 打手电走 打手电筒走 伸手不见五指 路灯不亮 路灯坏 灯不亮 灯没亮 路灯没亮 灯又黑
        灯又不亮 路灯又罢工 路灯又瞎 灯都不亮 一盏都不亮 没一盏亮 没有一盏亮 亮一盏 一盏没亮 路灯成了摆设
        没路灯 没有路灯 路灯都没 灯杆子都倒 灯罩掉 太阳能板掉 电压低 电压不够 电压不稳 空调带不动 电饭煲煮不熟
        水泵抽不动 信号没 信号都没 没有网 网又断 网断了 上不了网 打不出电话 打不通电话 跑到山上打电话
        爬到山上打电话 爬到屋顶打电话 上网课爬 站到坡上打电话 电话打不出去 水像酱油 水像尿 水是黄的 水黄 水浑
        浑水 水里有虫 一股漂白粉 有股铁锈味 水表乱跳 水费乱收 电费乱收 乱收水费 乱收电费`,
    },
    {
      weight: 'likely',
      words: `墨黑 黢黑 漆黑 抹黑 墨墨黑 漆麻黑 乌漆麻黑 黑咕隆咚 黑漆漆 黑黢黢 黑麻麻 摸黑 打手电 点蜡烛 点煤油灯
        水小 水好小 水太小 水细 水上不来 上不来水 水上不去 充不进电 电表 抄表 网卡 网慢 网速 网络差 一格信号
        信号差 信号不好 信号弱 看不成电视 电视没台`,
    },
    {
      weight: 'sure',
      urgency: 'emergency',
      words: `煤气味 煤气泄漏 天然气泄漏 燃气泄漏 漏煤气 漏天然气 煤气罐着火 煤气爆炸 高压线断 高压线掉 电线掉下来
        电线断了 电线掉在 电线掉到 电线冒火 电线打火 电线起火 变压器冒火 变压器冒烟 变压器起火 电杆倒了
        电线杆倒了 电线拖在地 电线拖地 漏电 触电 电到人 电死`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `没自来水 自来水停 自来水没 自来水又 没水洗 没水做饭 水还没 断了水 停了水 停了电 断了电 电又停 老跳闸
        总跳闸 又跳闸 跳了七八回 跳了好几回 保险烧 没水洗菜 吃水难 用水难 吃水成问题 没水冲 水都没 电都没
        电没来 水没来 没来过水 没来过电 又一片黑 全黑了 整条街黑 一村黑 楼里黑 电线断 线断了 电线垂 线垂
        电线低 够得着电线 电线挨 电线搭 电线缠 电线老化 线路老化 私拉电线 乱拉电线 暖气不热 暖气没热 没暖气
        暖气冰凉 暖气凉 暖气片冰 停暖 不供暖`,
    },
    {
      weight: 'strong',
      words: `又没灯 灯都没 没路灯 路灯没 灯坏了 灯坏 灯瞎了 灯又瞎 灯黑了 灯又黑 灯灭了 一路墨黑 一路黑 黑得看不见
        看不见路 看不清路 看不到路 路都看不见 看不到脚 看不清脚 脚底下看不清 打着手机走 照着手机走 手机照路
        打着电筒 电筒照 跟鬼片 像鬼片 又黑了几夜 黑了几夜 黑了三夜 黑了半个月 从秋天黑到 光听响不亮 水小得
        水细得 水跟线 像尿尿 水压低 水压不够 上不了三楼 上不到三楼 三楼没水 五楼以上 顶楼没水 高处没水 水费高
        电费高 电费贵 多收水费 多收电费 表走得快 水发黄 水有味 水一股 水里一股 糖水样 泥腥气 铁锈水 黄泥水
        底下一层沙 有泥沙 水泥浆 水变黄 水变黑 水变浑 水变味 网不行 网又没 上不了网课 宽带坏 宽带断 信号没了
        手机没信号 信号塔 打电话要跑 打不了电话 电话打不通 看不了电视 气停了 没气做饭 充电桩坏 充不了电
        充不上电`,
    },
    { weight: 'strong', words: '停气了 断网 没信号 没水了 没网' },
    { weight: 'maybe', words: '一片黑 供暖 停气 屋里黑 快递 水费 没灯 没电 没电了 电费 锅炉 阴森 鬼屋' },
    {
      weight: 'strong',
      words: `整个寨子都黑 整个村都黑 整村都黑 全村都黑 半个村都黑 一条街都黑 都黑了 电又跳 光吭哧 光出气 光冒气
        水费这个月 电费这个月 水费一百 水费两百 电费一百 电费两百 表疯 表是不是 表有问题 表坏 抄表 抄错 没抄表
        多扣 扣多 一格信号 半格信号 没有信号 没信号 信号都没 打不出 没网上 上不了网 存一夜 见底`,
    },
    {
      weight: 'strong',
      words: '一盏不剩 一盏不亮 没一盏 消火栓漏 消防栓漏 阀门漏 步道灯 摸着栏杆走 摸着墙走',
    },
  ],
};
