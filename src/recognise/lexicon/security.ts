import type { CategoryLexicon } from './types.js';

/** 治安、纠纷、噪音、诈骗 */
export const SECURITY: CategoryLexicon = {
  category: 'security',
  things: {
    noise:
      '音响 喇叭 广场舞 KTV ktv 卡拉ok 锣鼓 工地 装修 烧烤摊 夜宵摊 歌厅 酒吧 机器 风机 空压机 打桩 鞭炮 唢呐 低音炮 音箱 大喇叭 叫卖 抽油烟机 鼓风机 冷库 切割机 电锯 碾米机 打米机 粉碎机 麻将馆 牌馆 跳舞 唱歌',
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
      words: `被偷了 又被偷 遭偷了 遭贼 进贼 进了贼 来了贼 背偷了 贼偷了 偷得精光 偷光 偷了我 狗咬人 狗咬了 咬了孩子 被狗咬 狗追人 野狗成群 野狗追 恶狗 打起来了 打群架 拿刀 拿菜刀 动刀 砍人 家暴 打老婆 被骗了 骗了我 骗走 骗了老人 诈骗 电信诈骗 传销 传销窝 聚众赌博 开赌场 吸毒 界石 占我的地 占了我家 占我家 占了我的 挖我家
      吵得睡不着 吵得一晚 吵到半夜 吵到凌晨 音响放到 唱到半夜 唱到凌晨 跳到十点 跳到十一点 半夜施工 半夜放炮 半夜敲 砸玻璃 砸了玻璃 划车 车被划 电瓶被偷 电瓶偷 撬门 撬锁 偷电瓶 偷狗`,
    },
    {
      weight: 'sure',
      urgency: 'emergency',
      words: `孩子不见了 小孩不见了 孩子丢了 孩子找不到 孩子走丢 老人走丢 老人不见了 老人走失 老人找不到 人不见了 人找不到了 走丢了 走失 走散了 没回来过 一天没看到人 找不到人 拿刀砍 持刀 要跳楼 要跳河 要跳桥 想不开 抢劫 抢孩子 拐孩子 拐小孩 人贩子 绑架`,
    },
    {
      weight: 'likely',
      words:
        '小偷 偷鸡 偷鱼 偷菜 骗子 假警察 推销保健品 保健品 陌生人 可疑 赌博 打牌赌 扰民 太吵了 吵死人 吵死了 噪音 好吵 吵架 打架 评评理 评个理 主持公道 调解 扯皮 欺负人 占地 堵我家 不让过 不让走 威胁 恐吓 烧烤摊',
    },
  ],
};
