import type { CategoryLexicon } from './types.js';

/** 治安、纠纷、噪音、诈骗 */
export const SECURITY: CategoryLexicon = {
  category: 'security',
  things: {
    noise: `音响 喇叭 广场舞 KTV ktv 卡拉ok 锣鼓 工地 装修 烧烤摊 夜宵摊 歌厅 酒吧 机器 风机 空压机 打桩 鞭炮 唢呐 低音炮 音箱 大喇叭 叫卖 抽油烟机 鼓风机 冷库 切割机 电锯 碾米机 打米机 粉碎机 麻将馆 牌馆 跳舞 唱歌 电钻 冲击钻 敲墙 砸墙 拖凳子 洗衣机 钢琴 拉大喇叭 收废品`,
    dogs: '野狗 恶狗 流浪狗 大狼狗 狼狗 狗 疯狗 没拴 不拴绳 没拴绳 烈性犬',
    thief: '小偷 贼 贼牯子 扒手 偷狗的 偷鱼的 偷鸡的 盗贼',
    boundary:
      '界石 界桩 地界 山界 界址 田埂 宅基 滴水 滴水沟 通道 过道 山林 菜地 门口地 祖坟 坟山 界线 承包地 责任田 责任山 自留山 地基 出水 排水',
    cheat:
      '诈骗 骗子 骗人 骗钱 传销 假冒 冒充 刷单 保健品 高利贷 套路贷 电信诈骗 卖假药 推销 讲座 送鸡蛋 免费旅游 假币 假钱',
    gamble: '赌博 赌场 赌钱 押宝 推牌九 老虎机 麻将馆 吸毒 放码 百家乐 六合彩',
    rough: '混混 流氓 醉汉 酒疯子 酒鬼 地痞 二流子 黑社会 车匪 可疑 陌生人 面生 外地车 精神病 疯子',
  },
  states: {
    biting:
      '咬 咬人 咬了 咬到 追 追人 追着 扑 扑人 扑上来 吓 成群 几条 一群 满街跑 到处跑 乱跑 没人管 不拴 没拴 没牵 孩子',
    stealing: '偷 偷了 又来 抓 进屋 撬 撬门 翻墙 半夜 踩点 摸进 作案 光了',
    encroached:
      '占 占了 占我 霸占 挖 挖了 移 移了 搬了 过界 越界 争 吵 打架 打起来 动手 划 划清 划线 扯皮 说不清 讲不清 堵 挡 不让 评理 调解 砌',
    cheating: '骗 骗了 被骗 上当 又来 老人 五千 几万 一万 买了 推销 进村 在村里 村部 坪里 抓 举报 没人管',
    rampant:
      '打 打人 打架 闹事 砸 砸车 拿刀 拿菜刀 堵门 拦 骂 追 威胁 转悠 转来转去 鬼鬼祟祟 东张西望 晃 踩点 敲门 半夜 天天 摆 开',
  },
  noFallback: 'rough boundary thief gamble cheat dogs noise',
  frames: [
    { things: 'noise', states: 'loud unmanaged', weight: 'likely', gap: 8 },
    { things: 'dogs', states: 'biting', weight: 'likely', gap: 6 },
    { things: 'thief', states: 'stealing', weight: 'likely', gap: 8 },
    { things: 'boundary', states: 'encroached', weight: 'likely', gap: 8 },
    { things: 'cheat', states: 'cheating', weight: 'likely', gap: 10 },
    { things: 'gamble', states: 'rampant unmanaged', weight: 'likely', gap: 8 },
    { things: 'rough', states: 'rampant', weight: 'likely', gap: 8 },
  ],
  phrases: [
    {
      weight: 'sure',
      words: `被偷了 又被偷 遭偷了 遭贼 进贼 进了贼 来了贼 背偷了 贼偷了 偷得精光 偷光 偷了我 狗咬人 狗咬了 咬了孩子 狗追人 野狗成群 野狗追 恶狗 打群架 动刀 砍人 骗了我 骗走 骗了老人 电信诈骗 传销窝 聚众赌博 界石 占我的地 占了我家 占我家 占了我的 挖我家
 吵得睡不着 吵得一晚 吵到半夜 吵到凌晨 音响放到 唱到半夜 唱到凌晨 跳到十点 跳到十一点 半夜施工 半夜放炮 半夜敲 砸玻璃 砸了玻璃 划车 车被划 电瓶被偷 电瓶偷 撬门 偷电瓶 偷狗`,
    },
    {
      weight: 'sure',
      urgency: 'emergency',
      words: `孩子不见了 小孩不见了 孩子丢了 孩子找不到 孩子走丢 老人走丢 老人不见了 老人走失 老人找不到 人不见了 人找不到了 走失 走散了 没回来过 一天没看到人 找不到人 拿刀砍 持刀 要跳楼 要跳河 要跳桥 抢孩子 拐孩子 拐小孩 人贩子 绑架`,
    },
    {
      weight: 'likely',
      words:
        '偷鸡 偷鱼 假警察 推销保健品 打牌赌 扰民 太吵了 吵死人 吵死了 噪音 好吵 评评理 评个理 主持公道 欺负人 占地 堵我家 不让过 不让走 恐吓 烧烤摊',
    },
    {
      weight: 'strong',
      words: `偷光 摸走 顺走 少了几只 少了两只 鸡少了 鸡不见 狗不见了 鱼被 果子被 锁被撬 门被撬 窗户被 来路不明 赌到 押钱 打大牌 流浪狗 恶狗 追着咬 没牵绳 不牵绳 没戴嘴套 上门推销 换了一个 听课领鸡蛋 领鸡蛋 免费鸡蛋 
 界墙 地界 界址 移界 过界 占了半尺 占了一尺 往外垒 往我家 垒了 量一量 挖我 堵我 耍酒疯 发酒疯 砸门 踢门 堵门 要打人
 震得 震天 玻璃都在抖 玻璃都震 大喇叭 喇叭叫 坝坝舞 机器响 机器吵 夜里施工 中午施工 吓得孩子 吓得直哭 吓哭`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words:
        '冰窟窿 凿了 没盖的井 水井没盖 深坑没 没围栏 没围挡 孩子掉 腿掉进 游野泳 下河洗澡 水库玩水 塘里玩水 雷管',
    },
    {
      weight: 'sure',
      urgency: 'emergency',
      kind: 'help',
      words:
        '老人痴呆 老年痴呆 有痴呆 老人没回来 孩子没回来 孩子还没回 老人还没回 还没回家 没回家有没 一晚没回 一夜没回 找了一天 找了一夜 找遍了 找了半天没',
    },
    {
      weight: 'strong',
      words:
        '不拴 传销 偷了 吵到 吵得 吵死 吸毒 咬了 咬人 太吵 家暴 开赌场 想不开 打老婆 打起来了 抢劫 拦路 拿刀 拿菜刀 撬锁 没拴 被偷 被狗咬 被骗了 诈骗 赌博 走丢了 野狗',
    },
    {
      weight: 'maybe',
      words:
        'k歌 上当 保健品 假冒 偷菜 偷走 冒充 冰面 刷单 动手 半夜叫 可疑 吵架 吵起来 唱歌的 堵着门 威胁 小偷 广场舞 打我 打架 打桩 打起来 打钻 打麻将 扯皮 拆我 挡我 推我 推销 放炮 敲墙 断我 欺负我 没法睡 火药 炸弹 烟花 狗叫 电钻 睡不好 睡不着 睡个觉 砍我 砸墙 窟窿 茶籽 被骗 装修 调解 贼 赌 赌钱 跳舞的 量量 闹到 闹得 陌生人 鞭炮 音响 骂我 骂街 骗人 骗子 鸡叫',
    },
  ],
};
