import type { CategoryLexicon } from './types.js';

/** 环境卫生污染 */
export const SANITATION: CategoryLexicon = {
  category: 'sanitation',
  things: {
    rubbish: `垃圾 垃圾桶 垃圾箱 垃圾池 垃圾站 垃圾点 垃圾堆 垃圾坑 垃圾车 垃圾屋 垃圾亭 建筑垃圾 生活垃圾 果皮箱
      分类桶 厨余 饮料瓶 塑料袋 烟头 瓜子壳 一次性碗 快餐盒 酒瓶 农药瓶 废膜 地膜 矿泉水瓶`,
    toilet: '公厕 厕所 公共厕所 旱厕 化粪池 粪池 茅厕 茅坑 粪坑 三格化粪池',
    drain: `下水道 阴沟 污水沟 水沟 排水沟 污水管 排污管 下水管 臭水沟 边沟 明沟 暗沟 污水池 污水井 沟里 排水口 污水
      管网 污水处理`,
    river: `河 河里 河水 溪 溪里 溪水 塘 塘里 塘水 水塘 池塘 河道 湖 湖里 水库 小河 港里 港子 河沟 沟渠水 河边 井里
      渠水 江边`,
    farm: `养猪场 猪场 养鸡场 鸡场 鸭棚 养殖场 养牛场 牛场 鸭场 猪栏 猪圈 鸡棚 养鸭 养殖户 屠宰 杀猪场 猪粪 鸡粪
      鸭粪 牛粪 粪水 猪屎 猪尿 鸡屎`,
    plant: `化工厂 砖厂 砂场 石场 采石场 造纸厂 厂里 厂子 工厂 石灰窑 木炭窑 加工厂 搅拌站 水泥厂 矿 矿上 废品站
      沥青站 塑料厂 电镀 洗沙 洗砂 烟囱 榨油坊 豆腐坊 酒坊 烤烟 石材厂 制砖 木材厂 家具厂 喷漆`,
    dead: '死猪 死鱼 死鸡 死鸭 死狗 死老鼠 死羊 死牛 死猪仔 病死猪',
    straw: '秸秆 稻草 田坎 落叶',
    smoke: '油烟 黑烟 浓烟 废气 烟 烟尘 粉尘 灰尘',
    dogdirt: '狗屎 狗粪 狗大便 猫屎 狗尿',
  },
  states: {
    discharged: `排 排放 排到 偷排 直排 乱排 放水 偷放 流到 流进 流出 倒 倒进 倒到 往河里 往溪里 往沟里 往塘里 漫 漫出来
      溢 溢出来 满 满了 冒 冒出来 返 返味 堵 堵了 爆 流一路 翻 翻了 又翻 返上来 倒灌 溢出 淌 淌得 流 漏 漏出来
      没清 没掏 没抽 淤`,
    poisoned: `翻白 翻肚 翻白肚 死鱼 鱼死 死光 死了 毒 毒死 毒鱼 电鱼 炸鱼 黑 发黑 黄泡 泡沫 白泡 油 油花 臭 红 变色
      绿藻 水葫芦 浮萍 垃圾 漂`,
    burned: '烧 在烧 焚烧 烧得 烟 冒烟 呛',
    present: `丢 扔 甩 漂 漂着 漂起 在河里 河里 沟里 路边 泡 泡着 没埋 没人埋 没人处理 没人捞 臭 发臭 烂`,
  },
  noFallback: 'smoke straw',
  frames: [
    { things: 'rubbish', states: 'piled stinking unmanaged broken', weight: 'sure', gap: 6 },
    { things: 'rubbish', states: 'gone missing', weight: 'likely', gap: 2 },
    {
      things: 'toilet',
      states: 'stinking dirty broken blocked piled unmanaged leaking discharged refused',
      weight: 'strong',
      gap: 5,
    },
    {
      things: 'drain',
      states: 'blocked stinking discharged leaking unmanaged flooded piled broken',
      weight: 'strong',
      gap: 5,
    },
    { things: 'river', states: 'poisoned stinking', weight: 'strong', gap: 6 },
    { things: 'river', states: 'piled', weight: 'maybe', gap: 4 },
    { things: 'farm', states: 'stinking discharged unmanaged poisoned piled', weight: 'strong', gap: 8 },
    { things: 'plant', states: 'stinking discharged poisoned burned', weight: 'strong', gap: 8 },
    { things: 'plant', states: 'dirty', weight: 'maybe', gap: 6 },
    { things: 'dead', states: 'present', weight: 'sure', gap: 8 },
    { things: 'straw', states: 'burned', weight: 'maybe', gap: 4 },
    { things: 'smoke', states: 'stinking', weight: 'likely', gap: 8 },
    { things: 'rubbish toilet drain', states: 'wished', weight: 'maybe', kind: 'suggestion', gap: 6 },
    { things: 'dogdirt', states: 'piled unmanaged present', weight: 'likely', gap: 8 },
  ],
  phrases: [
    {
      weight: 'sure',
      words: `垃圾没人收 垃圾没人拖 垃圾没人清 垃圾堆成山 垃圾成山 垃圾堆了 垃圾满了 垃圾桶满 垃圾桶爆 垃圾桶又
        垃圾车没来 垃圾车不来 垃圾车好久 垃圾车几天 收垃圾的没来 收垃圾的不来 倒垃圾 偷倒垃圾 烧垃圾 臭气熏天
        臭死人 臭死了 臭得睡不着 臭得吃不下 熏死人 臭水沟 臭水横流 污水横流 粪水横流 粪水流到 猪粪水 下水道堵
        下水道返 下水道冒 化粪池满 化粪池爆 化粪池溢 鱼翻白 鱼都死了 鱼死了 死鱼 河水变黑 河水发黑 溪水变黑
        水面一层油 水面上浮 往河里排 往溪里倒 往河里倒 往塘里倒 潲水 苍蝇满天飞 苍蝇开会 苍蝇成堆 蚊子成堆
        厕所进不去 厕所下不得脚 厕所没法进 老鼠成群 老鼠开会 偷排 排污 直排 废水 废气 粉尘 电鱼`,
    },
    {
      weight: 'likely',
      words: `好臭 太臭 臭味 一股臭味 臭气 一股怪味 好大的味 好大一股味 呛人 刺鼻 油烟 扬尘 灰尘大 苍蝇 好多苍蝇
        蚊子多 老鼠多 没人扫 没人打扫 卫生没人搞 没人搞卫生 保洁员 扫地的 水葫芦 青苔`,
    },
    { weight: 'maybe', words: '垃圾 好大的烟 味道 脏死 太脏' },
    {
      weight: 'strong',
      words: `屎尿 一股屎 屎味 粪味 大粪味 粪水 鸡屎味 猪屎味 猪粪味 鸡粪 倒鸡粪 倒粪 倒猪粪 倒潲水 倒泔水 倒脏水
        泼脏水 排粪 排猪粪 汤汤水水 潲水桶 泔水 味儿大 味太大 味道好大 味道大 味道重 味道难闻 有股味 一股味
        臭得我 臭味飘 臭气 熏得 熏到 熏眼睛 呛得 呛眼睛 呛喉咙 烧塑料 烧轮胎 烧垃圾 烧电线 烧秸秆 冒黑烟
        一层黑灰 一层灰 落灰 黑灰 灰大 灰尘满天 死鸡 死鸭 死猪 死狗 漂着死 漂了死 没人埋 没人捞 没人打捞
        河发黑 水发绿 水发臭 水都黑 水都臭 油花花 油污 电打鱼 电捕鱼 药鱼 下水道翻 下水道满 水沟堵 沟堵 沟臭
        沟里全是 厕所堵 厕所满 厕所臭 厕所没水 公厕没人 公厕锁 公厕关 垃圾池 垃圾堆 垃圾房 垃圾到处 垃圾还没
        垃圾几天 垃圾一地 一地垃圾 建筑垃圾 装修垃圾 绿头苍蝇 牛皮癣`,
    },
    { weight: 'strong', words: '怪味 毒鱼 臭到 臭得' },
    {
      weight: 'maybe',
      words: `下水道 保洁 化粪池 垃圾不 垃圾没 垃圾袋 小广告 打鱼 抽粪 掏粪 杂草 死猫 漂住 烟囱 狗屎 狗粪 猫屎 白泡
        网鱼 老鼠 臭虫 苍蝇嗡 蚊子咬 蟑螂 遛狗不 野草 黑烟`,
    },
    {
      weight: 'strong',
      words: `到处甩 到处丢 乱甩 扫不赢 扫都扫不赢 捡不赢 油烟机对着 对着吹 一身辣椒味 一身油烟 油烟 呛得咳 茅房改造
        茅坑 厕所改造 改厕 坑挖了 挖了个坑 坑没盖 盖子也没 没盖子 死狗 臭了两天 臭了三天 臭了几天 臭了一个
        下水道反 反水 反味 黑水 污水`,
    },
    {
      weight: 'strong',
      words: `烂菜叶 菜叶子 没见环卫 环卫的影 环卫没来 污泥水 泥浆水 放到我田 放到我秧 流到我田 流进我田 田板结
        碾成泥塘 绿化带 草坪踩 树苗倒`,
    },
  ],
};
