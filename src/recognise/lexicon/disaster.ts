import type { CategoryLexicon } from './types.js';

/** 应急、灾害 */
export const DISASTER: CategoryLexicon = {
  category: 'disaster',
  things: {
    slope: `山 山上 后山 山体 山坡 坡 屋背后 屋后 屋后头 坎 坎子 护坡 挡土墙 边坡 土坎 高坎 崖 石壁 岩 屋场 堡坎
      坡坎 矿山 尾矿 挡墙 屋坎 窑 窑洞 窑顶 窑面 崖头 岩石 河岸 岸 田坎 石坎 保坎 山嘴`,
    waterLevel: '水 河水 洪水 大水 山洪 河里 湖水 塘水 溪水 江水 水位 水库',
    home: '屋 屋里 家里 堂屋 一楼 房子 院子 村里 街上 地下室 车库 镇上 猪栏 厨房 床 门槛 坪里',
    fire: '火 山火 火苗 火苗子 大火 明火 野火',
    levee: '堤 大堤 堤坝 水坝 大坝 坝 圩 圩堤 垸 垸子 堤脚 子堤',
  },
  states: {
    sliding: `垮 垮了 垮下来 塌 塌下来 滑 滑下来 滑坡 掉石头 滚石头 石头滚 落石 裂 开裂 裂缝 大口子 往下走 往下溜 溜
      溜方 掉土 掉泥 泥石流 响 松了 鼓包 崩 掏空 往下滚 滚下来 裂了 一道缝 指头宽 往外凸 鼓出来 往外倒 空了
      悬空`,
    rising: `涨 涨了 涨水 猛涨 涨得 漫 漫上来 漫过 漫进 进屋 进了屋 进水 淹 淹到 淹进 齐膝盖 齐腰 到腰 到膝盖 没过
      倒灌 冲 冲进来 快到 要漫 平了 平堤 超警戒 警戒`,
    burning: '烧 着 着了 起 起了 起火 烧过来 烧到 冒 大烟 浓烟 冒烟 扑不灭 灭不了 打不灭 救 看到火',
    breaching: '管涌 渗 渗水 冒水 翻砂 决口 垮 裂 塌 漏 漫 脱坡 散浸 泡泉 鼓水',
  },
  untopical: 'home slope',
  noFallback: 'home fire waterLevel',
  frames: [
    { things: 'slope', states: 'sliding', weight: 'strong', urgency: 'emergency', gap: 5 },
    { things: 'waterLevel', states: 'rising', weight: 'likely', urgency: 'emergency', gap: 4 },
    { things: 'home', states: 'rising', weight: 'likely', urgency: 'emergency', gap: 4 },
    { things: 'fire', states: 'burning', weight: 'maybe', urgency: 'emergency', gap: 4 },
    { things: 'levee', states: 'breaching', weight: 'sure', urgency: 'emergency', gap: 6 },
  ],
  phrases: [
    {
      weight: 'sure',
      urgency: 'emergency',
      words: `起火了 着火了 失火了 火烧屋 烧起来了 烧着了 山火 起山火 山上起火 山上冒烟 房子起火 房子着火 屋起火
        屋着火 屋里起火 厨房起火 厨房着火 电动车起火 电动车着火 楼道起火 楼道冒烟 快来救火 救火 喊消防 打119
        火苗 火烧过来 浓烟滚滚 草垛着火 柴堆着火 山垮了 滑坡了 塌方了 泥石流 山洪来了 发山洪 发大水 涨大水
        洪水进屋 水进屋 水进屋了 水进了屋 水进堂屋 水到膝盖 水到腰 水漫进来 水漫过桥 水漫堤 漫堤 决堤 管涌
        要漫了 淹到一楼 淹到床 困在屋里 困在水里 被水困 困在房顶 人困在 困在山上 后山垮 屋后垮 后山开裂
        屋后开裂 裂了一条大缝 石头滚下来 滚石 山上掉石头 地裂 地陷 房子开裂响 墙在响 房子塌 房子垮 屋垮 屋塌
        墙垮 墙塌 压到人 房梁断`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `水库放水 涨水了 水涨起来 河水涨 塌方 滑坡 垮方 溜方 掉石头 屋顶吹翻 屋顶掀 瓦吹跑 房顶吹 大风吹倒
        冰雹砸 打冰雹 龙卷风`,
    },
    { weight: 'likely', words: '进水了 淹了 积水 烧山 烧荒 放鞭炮起火 烧田坎 隐患' },
    {
      weight: 'sure',
      urgency: 'emergency',
      words: `冒浑水 冒黄水 冒泥水 堤脚 堤在 堤裂 堤垮 堤漏 堤上冒 大树倒 树倒下来 树倒了压 树压 压住车 压了车
        压着车 压住两 压到屋 压住屋 压到电线 砸到屋 砸了屋 石头砸 掉下来砸 电线扯断 电线压断 电线刮断
        电线都扯断 房子要塌 房子裂 房子在响 屋要垮 屋裂 墙要倒 山在响 山上在掉 后山在 后山有 后山掉 后山裂
        屋后头垮 屋后掉 滑下来 垮下来 冲下来 泥巴冲 冲进屋 水进来 水漫到 水淹到 水到门槛 水到楼梯 水要进屋
        水快进屋 水上来了 水涨得好快 桥被冲 桥冲 路冲 冲走了人 人被冲 车被冲 困住了 出不来了 火好大 好大的火
        烧山 山上火 麦垛 草堆 柴垛`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `雪压 压塌 屋顶雪 棚塌 吹倒 吹跑 吹翻 刮倒 刮跑 树倒 树断 树冧 树压 淹了 积水 内涝 雷劈`,
    },
    { weight: 'strong', urgency: 'emergency', words: '冒烟 失火 山体滑坡 烧着 烧起来 着火 起火' },
    { weight: 'maybe', words: '一声响 冰雹 台风 困在 埋了 大风 快漫 火烧 炸了 爆炸 被困 进水 雷打' },
    {
      weight: 'sure',
      urgency: 'emergency',
      words: `火光 火光冲天 着了火 起了火 烧红了 烧到 烟冒 快拿水 快来打火 火大 火太大 浑身是火 石头往下 石头滚
        一块一块往下 往下滚 裂了一道 裂了指头 一道大缝 墙往外 掏空了 塌下去 陷下去了 陷了个 地面塌 塌了个
        塌了一块 天坑 水淹到 水漫 淹进`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: '倒灌 又泡汤 泡汤了 进了水 进水 水进店 水进屋 黑水 水漫 漫水 凳子都漂',
    },
  ],
};
