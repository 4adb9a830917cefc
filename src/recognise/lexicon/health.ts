import type { CategoryLexicon } from './types.js';

/** 医疗卫生 */
export const HEALTH: CategoryLexicon = {
  category: 'health',
  things: {
    clinic: `卫生室 卫生院 村卫生室 医院 诊所 村医 医生 护士 药房 疫苗 防疫站 120 家庭医生 救护车 医务室 门诊`,
    medicine: '药 降压药 胰岛素 慢病药 感冒药 药品 血压药 狂犬疫苗 流感疫苗 蛇药 血清',
    person: `孩子 老人 女孩 男孩 妹子 小伙 妇女 学生 游客 骑车的 有人 有个人 一个人 一个男的 一个女的 大姐 大哥 大爷
      大妈 阿姨 司机 工人 邻居 我妈 我爸 我娘 我爹 我爷 我奶 我崽 我儿子 我女儿 我老公 我老婆 媳妇 娘老子 产妇
      孕妇`,
    check: `疫苗 打疫苗 打预防针 预防针 体检 两癌 筛查 免费体检 转诊 住院 产检 健康证 义诊 种牙 签约 家庭医生`,
    food: '过期 变质 馊 食物中毒 注水 病死猪肉 假酒',
  },
  states: {
    away: `没人 不在 没开门 关门 锁门 锁着 不开门 关着 关了 没医生 没来 不来 打不通 没人接 走了 调走 缺 没有 缺药
      没药 断药 没货 乱收费 乱收 不给看 不报 报不了 贵 态度 排队 停了 没`,
    hurt: `出血 流血 止不住 晕倒 昏倒 晕过去 不省人事 抽筋 抽搐 喘不上气 喘不过气 出不了气 没气了 吐血 摔断 骨折
      中风 休克 叫不醒 喝农药 喝药 难产 要生了 蛇咬 被蛇咬 毒蛇 蜂蜇 马蜂 狗咬 溺水 掉水里 掉到水里 落水
      掉塘里 掉河里 掉井里 掉到塘 掉进塘 掉到桥底 掉桥下 掉下桥 掉到沟 掉沟里 掉坎下 掉到坎下 掉下去 掉进去
      掉下去了 在水里 水里扑 扑腾 沉下去 被车撞 被撞 撞了 撞倒 被车刮 刮倒 压住 压在 砸到 砸中 摔下来 摔下去
      摔到 起不来 动不了 浑身是血 一身是血 全身是血 满脸是血 头上流血 流血不止 出了好多血 吐白沫 发羊癫疯
      羊癫疯 断气 没呼吸 心梗 头晕得站不稳 站不稳 血压两百 血压二百 烧糊涂 烧得说胡话 说胡话 昏迷 被蜂 被马蜂
      被咬 触电 电到 电打 抽了 抽起来 抽风 翻白眼`,
  },
  untopical: 'person',
  noFallback: 'person food medicine check clinic',
  frames: [
    { things: 'person', states: 'hurt', weight: 'sure', urgency: 'emergency', kind: 'help', gap: 8 },
    { things: 'clinic', states: 'away', weight: 'likely', gap: 5 },
    { things: 'medicine', states: 'away', weight: 'maybe', gap: 3 },
    { things: 'check', states: 'howto', weight: 'strong', kind: 'consultation', gap: 12 },
  ],
  phrases: [
    {
      weight: 'sure',
      urgency: 'emergency',
      kind: 'help',
      words: `血止不住 止不住血 流了好多血 流血不止 晕倒了 昏倒了 不省人事 喘不上气 出不了气 口吐白沫 抽筋抽 抽搐
        叫不醒 没知觉 心口痛得 胸口痛得 中风了 吐血 喝农药 喝了农药 喝百草枯 被蛇咬 蛇咬了 咬了一口蛇 毒蛇咬
        难产 要生了 羊水破 摔断了腿 摔断腿 腿摔断 头摔破 摔得不轻 摔下来了 从树上摔 从楼上摔 从梯子上摔
        摔得起不来 摔到坎下起不来 起不来了快 压到人 压着人 压在下面 埋了人 埋在下面 快不行了 快来救命 救人
        叫救护车 喊救护车 触电了 一氧化碳 煤气中毒 食物中毒 过敏休克 马蜂蜇 蜂子蜇`,
    },
    {
      weight: 'sure',
      kind: 'petition',
      words: `卫生室没人 卫生室关门 卫生室锁 卫生室没开 卫生室没药 村医不在 村医没来 卫生院没 看不到医生 没人看病
        没地方看病 狂犬疫苗没有 过期药 卖过期 假药`,
    },
    {
      weight: 'likely',
      kind: 'help',
      words: `送医院 送到医院 去医院没车 陪去医院 背下来 抬下来 担架 轮椅 上门打针 上门看 上门量血压 量血压 发高烧
        高烧不退 烧得厉害 走不得路 下不得床 发烧 犯病 精神病 发病了 疯子 狂犬病`,
    },
    {
      weight: 'sure',
      urgency: 'emergency',
      kind: 'help',
      words: `出不得气 出不来气 气都出不 透不过气 嘴巴发乌 嘴唇发紫 脸发青 脸发紫 惊厥 烧到四十 发烧四十 四十度
        叫不应 叫不答应 喊不应 喊不醒 没反应了 倒地上 倒在地上 倒在雪地 倒在路上 倒在田里 倒在厕所 躺在地上
        躺地上 栽倒 半边身子动不得 半边不能动 嘴歪 说不出话 吐血 屙血 大出血 一身血 满头血 手指断 绞断 夹断
        压断 砸了头 卡住喉咙 噎住 误食 误喝 吃了毒蘑菇 蘑菇中毒 吃菌子 触了电 电倒 快要生 肚子痛得打滚
        痛得打滚 心脏病 脑溢血 脑梗 中暑`,
    },
    {
      weight: 'strong',
      words: `药没了 药柜空 没得开药 开不到药 开不出药 没药开 缺药 断药 药断 卫生室 医生不在 医生几时 医生什么时候
        没医生 卫生院 不给看病 看病难 打不了针 打不到针 挂不上号`,
    },
    {
      weight: 'strong',
      kind: 'consultation',
      words: '打九价 hpv 打疫苗 免费体检 还有名额',
    },
    {
      weight: 'strong',
      urgency: 'emergency',
      kind: 'help',
      words: '喘不过气 头破血流 打120 救命 晕过去了 没药 溺',
    },
    { weight: 'maybe', words: '两癌 九价 体检 医生 名额 打预防针 村医 疫苗' },
    {
      weight: 'sure',
      urgency: 'emergency',
      kind: 'help',
      words: `浑身是血 一身是血 全身是血 满脸是血 满头是血 像是被车 被车刮 被车撞 撞了人 撞到人 撞人了 撞倒了人 溺水
        孩子掉 小孩掉 孩子落水 有人落水 人落水 掉到桥底下 掉桥底下 在水里扑 水里扑腾 心梗 没呼吸了 没气了`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      kind: 'help',
      words: `血压两百 血压二百 头晕得站不稳 头晕得厉害 站不稳 来家里看 上门看 痛得厉害 痛得睡 发烧 高烧 烧到三十九
        拉肚子拉 走不得`,
    },
    {
      weight: 'strong',
      kind: 'consultation',
      words: `打麻腮风 打疫苗 打那个针 那个针 什么针 几时打针 什么时候打针 什么时候来打 接种 预防针 打预防针 打流感
        带接种本`,
    },
    { weight: 'strong', urgency: 'emergency', kind: 'help', words: '四十度 高烧抽 烧抽 手断了 烧得抽' },
    { weight: 'strong', words: '医务室的门 医务室没 门没开 没开过 几天没开门 慢病本 年审' },
  ],
};
