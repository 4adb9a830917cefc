import type { CategoryLexicon } from './types.js';

/** 政务、办事、证件、窗口 */
export const GOVERNMENT: CategoryLexicon = {
  category: 'government',
  things: {
    papers: `身份证 户口 户口本 上户口 迁户口 落户 居住证 出生证 准生证 结婚证 离婚证 营业执照 驾驶证 护照 证明
      无犯罪证明 死亡证明 公章 盖章 签字 介绍信 不动产 过户 销户 林权证 采伐证 准迁证 食品证 许可证 民宿证 证
      分户 改名 暂住证 流动人口 计生证明 残疾证`,
    window: `窗口 政务中心 便民中心 办事大厅 服务中心 村部 便民服务站 党群服务中心 派出所 民政所 社保所 镇上 镇政府
      办事员 工作人员 户籍 信用社 邮政 快递点 快递 驿站 12345 热线 大厅 柜台 银行 代办点`,
  },
  states: {
    closed: `没人 没人在 不开门 没开门 关门 锁门 锁着 下班 不上班 没上班 提前下班 态度 脸色 骂人 不给办 不办 推
      踢皮球 跑了 跑几趟 白跑 系统 排队 等 不接 没人接 打不通 打电话 收费 乱收费 拒收 不送 不派送 丢件 不进村
      玩手机 嗑瓜子 打游戏 空位`,
  },
  untopical: 'window',
  noFallback: 'papers window',
  frames: [
    { things: 'papers', states: 'refused', weight: 'likely', gap: 8 },
    { things: 'papers', states: 'howto', weight: 'strong', kind: 'consultation', gap: 14 },
    { things: 'window', states: 'closed', weight: 'likely', gap: 8 },
  ],
  phrases: [
    {
      weight: 'sure',
      words: `跑了三趟 跑了四趟 跑了五趟 跑了几趟 跑了两趟 跑断腿 踢皮球 推来推去 窗口没人 村部没人 村部锁 村部关门
        办事大厅没人 盖个章 盖章找不到人 盖章没人 开证明开不 办不下来 不给盖章 不给开证明 打12345 打了12345`,
    },
    {
      weight: 'likely',
      words: `白跑一趟 又白跑 态度差 态度恶劣 爱理不理 快递费 取快递 系统维护 系统坏了 找不到人办`,
    },
    {
      weight: 'strong',
      words: `电话没人接 没人上班 村部没 村部关 叫我回去 又叫我 又要我 让我再跑 来回跑 跑来跑去 缺材料 差材料 少材料
        补材料 打回来 信息错 名字错 登记错 身份证错 盖个章 开个证明 开证明 办不了 办不成 不给办 什么时候能办
        几时能办`,
    },
    {
      weight: 'strong',
      kind: 'consultation',
      words: `居住证 上户口 迁户口 分户 身份证过期 补身份证 补办 营业执照 办执照 几个证 哪些证 什么证 准生证 无犯罪`,
    },
    {
      weight: 'maybe',
      words: `不上班 写错 办个证 办证 包裹 取件 大厅 年检 快递 快递不送 打不通 投票 换证 查不到 没人办 没人接 派件
        盖章 离婚 窗口 系统没 结婚证 落户 要办 证 驾照 驿站`,
    },
  ],
};
