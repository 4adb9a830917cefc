import type { CategoryLexicon } from './types.js';

/** 村务公开、集体资产、选举 */
export const VILLAGE_AFFAIRS: CategoryLexicon = {
  category: 'village_affairs',
  things: {
    accounts: `账 账目 村账 财务 村务 公示栏 公开栏 村里的钱 集体的钱 集体收入 集体资产 收支 账本 捐款 修路款 修路捐款
      祠堂捐款 公积金 合作社 股份 分红 红利 经济合作社 征地分配 收益 租金 承包费 门面租金 山林承包 鱼塘承包
      低保名单 贫困户名单 名单 评议 名额 一事一议 维修资金`,
    election: `选举 选票 换届 投票 候选人 代投 选村长 选组长 村民代表 组长 小组长 村民大会 开会 代表大会`,
    common: `村里的山 集体的地 集体土地 集体山林 集体鱼塘 村办公楼 祠堂 老学校 晒谷坪 公家的 组里的地 公用地 机动地
      集体的塘 仓库 村部门面`,
  },
  states: {
    hidden: `不公示 没公示 不公开 没公开 没贴 不贴 没看到 没见 没念 看不到 从来不 去年的 前年的 空白 空空 没更新 不清
      不清楚 糊涂 糊里糊涂 哪里去了 去哪了 到哪去了 用到哪 花到哪 说法 交代 明白 没算 没分 没兑现 没发 不分
      多少 一个字 没个数 没数`,
    rigged: `没通知 不通知 没开过 没开会 不开会 没投 代签 代投 内定 没人选 没看到 不知道 名单 几年没 到底谁 空缺 没选`,
    grabbed: '占 占了 卖了 租 租出去 承包 包给 没开会 不知道 没签 便宜 荒着 锁着 拆了',
  },
  noFallback: 'accounts election',
  frames: [
    { things: 'accounts', states: 'hidden', weight: 'strong', gap: 10 },
    { things: 'accounts', states: 'unpaid', weight: 'maybe', gap: 6 },
    { things: 'election', states: 'rigged', weight: 'likely', gap: 10 },
    { things: 'common', states: 'grabbed', weight: 'likely', gap: 10 },
  ],
  phrases: [
    {
      weight: 'sure',
      words: `没公示 不公示 没有公示 账目不清 账目公开 账目没公开 公开账目 公示一下 没贴榜 没上墙 没张榜 没公布
        不公布 几年没公开 几年没开会 分红没 分红呢 没分红 钱用到哪里去了 捐的钱 捐款明细 收支明细 公开一下
        晒一下账 晒账 晒晒账 给个明白 给个说法 给大家一个交代`,
    },
    {
      weight: 'likely',
      words: '账目 分红 集体的钱 公示栏 公开栏 村务公开 名单没 谁定的 选组长 没组长 没人当组长',
    },
    {
      weight: 'strong',
      words: `谁见过一分 没见过一分 一分没见 一分钱没见 没见到一分 村集体 集体收入 光伏板 谁投的票 没投票 没收到票
        没开会 谁同意 谁定 凭什么定 怎么评的 谁评的 怎么选的 没公开 不透明 哪里公示 在哪公示 公示在哪 钱哪去
        钱去哪 钱到哪 钱用哪 收了钱 收的钱 交的钱 修路钱 修祠堂 没下文 选村长 选书记 租金没 租金还 承包费`,
    },
    { weight: 'maybe', words: '光伏 名单 投票 捐款 换届 没通知 流转 补选 谁签 账呢 钱呢' },
    {
      weight: 'strong',
      words: `账敢不敢贴 敢不敢贴出来 贴出来看 前面的账 先看账 集资 还要再收 又要收钱 收钱修路 收了多少钱 花了多少钱`,
    },
  ],
};
