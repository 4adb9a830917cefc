import type { CategoryLexicon } from './types.js';

/** 社会保障、救助、就业、欠薪 */
export const WELFARE: CategoryLexicon = {
  category: 'welfare',
  things: {
    policy: `低保 五保 特困 医保 社保 新农合 农合 合作医疗 养老保险 养老金 高龄补贴 高龄津贴 残疾证 残疾补贴 残补 护理补贴 临时救助 大病救助 大病保险 退役军人 退伍军人 优待证 失业金 失业保险 工伤 灵活就业 社保卡 一卡通 独生子女 丧葬费 抚恤金 居民医保 职工医保
      养老认证 人脸认证 资格认证 六十岁 60岁 退休金 老人钱 养老钱 八十岁 80岁 孤儿补助 困境儿童 贫困户 脱贫户 监测户 雨露计划 公益岗 公益性岗位 就业补贴 交通补贴 慰问金 救济 救灾款 救济粮 失地保险 失地农民 异地报销 报销 门诊统筹 特病 慢病本 慢病卡 电子医保码`,
    money:
      '补贴 补助 补助款 低保钱 低保金 救助款 工资 工钱 血汗钱 工程款 辛苦钱 护林员工资 保洁工资 公益岗工资 地租 租金 流转费 土地流转费 租地钱 直补 粮补 地力补贴 种粮补贴 良种补贴 生态补偿 奖补 钱款 补偿款 保险钱 理赔款 退耕 公益林补贴 加班费 押金 保证金 误工费',
    boss: '老板 包工头 工头 厂里 公司 工地 老板娘 施工方 中介 项目部',
  },
  states: {
    fleeing: '跑 跑了 跑路 不给 拖 拖着 拖欠 欠 欠着 欠薪 不结账 没结 不发 赖 电话不接 人找不到 失联 躲',
  },
  frames: [
    { things: 'money', states: 'unpaid', weight: 'strong', gap: 7 },
    { things: 'policy', states: 'unpaid refused', weight: 'likely', gap: 7 },
    { things: 'policy', states: 'howto', weight: 'strong', kind: 'consultation', gap: 14 },
    { things: 'money', states: 'howto', weight: 'likely', kind: 'consultation', gap: 10 },
    { things: 'boss', states: 'fleeing', weight: 'maybe', gap: 6 },
  ],
  phrases: [
    {
      weight: 'sure',
      words:
        '拖欠工资 欠薪 欠我工资 欠我们工资 工资没发 工资不发 工资还没 工钱没结 工钱没给 血汗钱 不给工钱 包工头跑 老板跑路 补贴没到 补贴没发 补贴没到账 补贴还没 低保停了 低保取消 低保没了 低保取了 养老金没到 养老金没发 养老金停 补助没到 补助没发 钱没到账 工伤 取消低保 停了低保 停了养老金 没饭吃 揭不开锅 没米下锅',
    },
    {
      weight: 'likely',
      words:
        '补贴没 补助没 低保 五保户 没人照顾 没人送饭 瘫在床上 残疾 孤寡老人 生活困难 可怜 没收入 认证不了 刷不了脸 刷脸刷不',
    },
  ],
};
