import type { CategoryLexicon } from './types.js';

/** 教育文体 */
export const EDUCATION: CategoryLexicon = {
  category: 'education',
  things: {
    school: `学校 小学 中学 幼儿园 教学点 村小 完小 食堂 校门口 学校门口 教室 宿舍 操场 中心校 校园 学校食堂`,
    teacher: '老师 教师 校长 班主任 英语老师 体育老师',
    schoolbus: '校车 接送车 学生车',
    culture: `健身器材 篮球架 篮球场 乒乓球台 广场 文化广场 农家书屋 图书室 健身器 单杠 球场 戏台 健身路径 漫步机
      文化室 活动中心 篮板 篮筐 跳舞场 滑梯 游乐设施`,
    enrol: `入学 上学 学位 学区 转学 助学贷款 助学金 营养餐 校服 学费 学籍 报名 校车费 课后服务 延时班 补课 教辅
      生源地贷款 雨露`,
  },
  states: {
    failing: `不来 没来 没有 缺 少 走了 调走 换 请假 打人 打孩子 体罚 骂 乱收费 收费 涨价 漏 漏雨 危险 有虫 馊 拉肚子
      吃坏 中毒 冷 没空调 没热水 没人教 没课 停课 合并 撤 关了`,
    overloaded: `超载 挤 挤满 塞 不来 没来 晚点 迟到 坏 坏了 停 停了 甩 不停 等 开得快 没人管 取消 撤 涨`,
    denied: `没有 不收 不让 上不了 进不去 报不上 没位置 没学位 涨 乱收 强制 必须买 没发 没到 被卡 少发 交了两次 不给`,
  },
  noFallback: 'teacher enrol',
  frames: [
    { things: 'school', states: 'failing broken leaking', weight: 'likely', gap: 6 },
    { things: 'teacher', states: 'failing', weight: 'likely', gap: 6 },
    { things: 'schoolbus', states: 'overloaded broken absent', weight: 'sure', gap: 8 },
    {
      things: 'culture',
      states: 'broken gone tilted dangerous cracked fallen loud dirty piled blocked refused',
      weight: 'strong',
      gap: 6,
    },
    { things: 'enrol', states: 'denied refused', weight: 'likely', gap: 6 },
    { things: 'enrol', states: 'howto', weight: 'strong', kind: 'consultation', gap: 14 },
    { things: 'culture', states: 'wished', weight: 'maybe', kind: 'suggestion', gap: 6 },
  ],
  phrases: [
    {
      weight: 'sure',
      words: `校车超载 校车没来 校车不来 校车坏 校车停了 没有校车 没校车 食堂吃坏 吃坏肚子 食堂有虫 饭里有虫
        菜里有虫 没老师 没有老师 老师不来 老师没来 体罚 乱收费 强制补课 篮球架倒 篮球架歪 健身器材坏
        健身器材断`,
    },
    { weight: 'likely', words: '没地方读书 没书读 读不到书 上不了学 课本 教材没 营养餐' },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `孩子吐 孩子拉肚子 几个孩子吐 孩子肚子疼 学校厨房 学校饭 食堂的饭 食堂饭 学校食堂 半生不熟 学校漏
        教室漏 教室没 宿舍没`,
    },
    {
      weight: 'strong',
      words: `老师走 换老师 几个老师换 老师请假 没有英语老师 没英语老师 作业太多 伙食费 铁皮翘 活动室 锁着不开`,
    },
    {
      weight: 'likely',
      kind: 'consultation',
      words: `哪天报名 几时报名 什么时候报名 怎么报名 上哪个学校 划片 学区 几岁能上 助学贷款 助学金 补助申请`,
    },
    {
      weight: 'likely',
      kind: 'suggestion',
      words: '搞个培训 办个培训 培训能不能 组织培训 教教我们 讲讲 组织活动 办个比赛 搞个比赛',
    },
    { weight: 'strong', words: '没人教 没老师教 老师打 老师骂' },
    {
      weight: 'maybe',
      words: `书屋 健身器材 入学 单杠 图书室 学校门口 学费 幼儿园 拉肚子 放学 文化室 校服 校车 校门口 滑梯 球场
        篮球架 篮筐 螺丝 补课费 课后 转学 餐费`,
    },
    {
      weight: 'strong',
      kind: 'consultation',
      words: `进一年级 读一年级 上一年级 上小学 几岁能读 满六岁 差几天 差几个月 在哪报名 报名要 能不能读 能读吗 借读
        转到镇 升初中 中考 志愿`,
    },
    {
      weight: 'strong',
      words: `就剩一个老师 只有一个老师 就一个老师 看不过来 孩子打架 把牙磕 磕了牙 磕破 勾破 划到脸 划伤 夹到手
        露出来的钉 钉子露 校门吹 对着校门 对着学校`,
    },
  ],
};
