import type { CategoryLexicon } from './types.js';

/** 道路交通 */
export const ROAD: CategoryLexicon = {
  category: 'road',
  things: {
    road: `路 马路 公路 村道 机耕路 机耕道 路面 水泥路 柏油路 沥青路 土路 山路 村路 组道 组路 通组路 产业路 毛路
      砂石路 便道 大路 小路 主路 主干道 干道 国道 省道 县道 乡道 巷子 巷道 弄堂 胡同 坡道 上坡 下坡 弯道
      人行道 路基 路肩 进村路 出村路 田埂路 硬化路 环村路 绕村路 坎子路 码头路`,
    spot: '路边 路口 入村口 岔路 岔路口 巷口 村口 小区门口 十字路口 三岔路口',
    bridge: `桥 石桥 木桥 便桥 漫水桥 桥面 桥墩 板桥 铁索桥 吊桥 桥板 桥洞 涵洞 涵管 老桥 桥头 拱桥 水泥桥 桥上 码头
      渡口 板子 桥板子 风雨桥 廊桥 栈道 木板`,
    rail: '护栏 栏杆 防撞墩 安全墩 防撞桶 隔离栏 桥栏 桥栏杆',
    sign: `反光镜 凸面镜 转角镜 警示牌 标志牌 红绿灯 减速带 斑马线 指示牌 路牌 信号灯 导向牌 限高杆 隔离墩 石墩子
      摄像头`,
    manhole: '井盖 窨井 窨井盖 沙井盖 下水道盖 水沟盖 沟盖板 盖板 阴沟盖 井口 电缆井 污水井 井盖子',
    heavy: `大货车 渣土车 货车 重车 大车 半挂 拖砂车 拉砂车 砂石车 拖石头的车 工程车 水泥罐车 后八轮 拖煤车 罐车
      运输车 翻斗车`,
    bus: '公交 公交车 班车 中巴 客车 农村客运 城乡公交 村村通客车 渡船 轮渡 班线 末班车 早班车',
    parking: '车位 停车位 停车场 停车',
    vehicles: '车 车子 面包车 三轮 小车 私家车 摩托 电动车 救护车 收割机',
    rubble: '石头 泥巴 树 竹子 大树 泥土 沙石 建筑垃圾 砖 沙子 土方',
    shed: '候车亭 站台 车站 候车棚',
  },
  states: {
    rough: `坑 大坑 坑洼 坑坑洼洼 洼 窟窿 洞 大洞 沟 深沟 泥 泥巴 稀泥 泥坑 泥水 翻浆 起包 起壳 搓衣板 洗衣板 月球
      麻子 麻脸 蜂窝 颠 抖 颠死 颠散 颠出 屁股 按摩 摇摇车 碰碰车 过山车 蹦床 迪厅 越野 坐轿子 坐船 蹦迪 轮胎
      爆胎 底盘 刮底 托底 难走 不好走 走不得 骨头 散架 腰 吐 灰 灰尘 扬尘 起灰 打滑 结冰 青苔 滑 露骨 露石子
      塘 鱼塘 水塘 擂钵 陷阱 地雷 炸过 战场 耕过 犁过 千疮百孔 五花脸`,
    unfinished: `修一半 修到一半 修了一半 停工 烂尾 挖开 挖烂 挖了 挖得 开膛破肚 开肠破肚 没人填 没填 不填 没硬化 没修
      不修 没动工 没开工 没验收 等到猴年 画饼 年年说修 讲修 说要修 几时修 什么时候修 哪年修 何时修 修好
      猴年马月 没铺 不铺 没恢复 没复原 没回填`,
    speeding: `飞快 开得飞快 开得快 超速 飙车 飞车 压烂 压坏 碾 碾烂 轧 超载 撒 洒 洒一路 掉石头 扬尘 灰尘 灰 半夜 喇叭
      不减速`,
  },
  untopical: 'spot',
  noFallback: 'vehicles rubble spot',
  frames: [
    { things: 'road spot', states: 'rough', weight: 'strong', gap: 6 },
    { things: 'road bridge', states: 'broken cracked', weight: 'likely', gap: 4 },
    { things: 'road bridge', states: 'collapsed', weight: 'sure', urgency: 'urgent', gap: 6 },
    { things: 'road bridge', states: 'flooded', weight: 'strong', gap: 6 },
    { things: 'road', states: 'unfinished', weight: 'likely', gap: 6 },
    { things: 'road bridge spot', states: 'blocked', weight: 'likely', urgency: 'urgent', gap: 4 },
    { things: 'road bridge spot', states: 'dangerous', weight: 'likely', gap: 8 },
    { things: 'bridge', states: 'tilted fallen gone leaking', weight: 'likely', gap: 5 },
    {
      things: 'rail',
      states: 'broken gone tilted fallen missing collapsed dangerous cracked',
      weight: 'strong',
      gap: 6,
    },
    { things: 'sign', states: 'broken gone tilted fallen missing', weight: 'strong', gap: 5 },
    {
      things: 'manhole',
      states: 'broken gone tilted cracked collapsed dangerous missing fallen loud',
      weight: 'sure',
      gap: 7,
    },
    { things: 'heavy', states: 'speeding loud dangerous', weight: 'strong', gap: 10 },
    { things: 'bus', states: 'absent', weight: 'likely', gap: 4 },
    { things: 'parking vehicles', states: 'blocked', weight: 'maybe', gap: 5 },
    { things: 'rubble', states: 'blocked', weight: 'likely', gap: 8, urgency: 'urgent' },
    { things: 'rubble', states: 'fallen', weight: 'hint', gap: 4 },
    {
      things: 'road sign rail parking bus shed bridge',
      states: 'wished',
      weight: 'maybe',
      kind: 'suggestion',
      gap: 6,
    },
    { things: 'shed', states: 'broken leaking gone dirty collapsed', weight: 'likely', gap: 4 },
  ],
  phrases: [
    {
      weight: 'sure',
      words: `一脚泥一脚水 晴天一身灰 雨天一身泥 水泥路变水泥 水泥路变泥巴路 路烂得 路烂成 路都烂 路太烂 路好烂
        烂泥路 烂路 这条路没人管 路上能养鱼 路上可以养鱼 坑里能养鱼 坑里可以养鱼 坑比脸盆大 坑比桌子大
        坑能埋人 坑都没人填 颠得屁股 底盘都刮 轮胎都爆 路断了 路垮了 路塌了 路陷了 塌了半边 垮了半边 路基空了
        路基垮 半边路没了 路边垮 桥断了 桥塌了 桥要垮 桥板断 桥面烂 桥栏断 护栏断 护栏没了 没护栏 没有护栏
        栏杆断 井盖没了 井盖不见 井盖没盖 红绿灯坏 减速带坏 反光镜碎 反光镜坏 路灯杆撞倒 车子开不进来
        救护车进不来 车开不上去 三轮车翻 摩托翻 骑车摔 摔了好几个 摔了几个 摔了三个 又摔一个 又摔了一个
        又翻了一台 又翻一台`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: `堵死了 堵得死死的 堵了几公里 堵了一个小时 堵了两个小时 全堵了 路堵了 堵在桥上 路不通 路封了 路被挡
        挡在路中间 横在路中间 横在路上 倒在路上 倒在路中间 挡了路 拦了路 拦路 路上有棵树 树倒了挡 大石头挡
        石头滚下来 路被水淹 进不了村 出不了村 卡在路上`,
    },
    {
      weight: 'likely',
      words: `乱停车 乱停乱放 停车堵路 停在路中间 停在门口 堵门口 堵在门口 挡门口 占道 占道经营 消防通道 占消防通道
        堵消防通道 路窄 会不了车 错不开车 没法会车 僵尸车 路口视线 看不到来车 车祸 翻车 撞人 撞了人 坐不到车
        没车坐 没有班车 班车停了 公交不来`,
    },
    { weight: 'maybe', words: '堵车 车多 修路 绕路' },
    {
      weight: 'strong',
      words: `好大一个坑 大坑小坑 全是坑 尽是坑 到处是坑 坑多 坑又大 又出坑 那个坑 刮底盘 嗑底盘 嗑得咣 嗑底 石梯子
        石梯坎 台阶断 台阶烂 台阶缺 缺了几坎 缺了好几坎 踏板断 路沿塌 路肩塌 路塌 路垮 垮了半边路 路面拱 路拱
        路裂 路断 车陷 陷车 车打横 打横 溜到沟里 掉沟里 开到沟里 翻沟里 滑到沟里 骑到沟里 雪没人铲 雪没推
        雪没扫 结冰没人 冰没人铲 挡到我 挡我家 挡我门 挡到门 挡住大门 堵我门 堵着门 停我门口 停在我 停到门口
        霸占车位 占我车位 占车位 没地方停 挪一下 消防车进不来 救护车进不去 消防通道 通道上停 堵得一塌糊涂
        堵成一锅粥 天天堵 早上堵 接送的 成日撞车 天天撞车 老撞车 又撞了 又撞车 撞了好几 出了几次车祸
        看不到对面 看不见对面 视线挡 树挡住 草挡住 草比人高 没红绿灯 没减速带 没警示牌 没凸镜 没反光镜
        装块凸镜 装个凸镜 装减速带 装个减速带 装红绿灯 装护栏 装个护栏 栏杆撞没 栏杆没 栏杆掉 桥晃 桥摇 桥塌
        桥裂 等不到车 等车等 车不来 班车不 甩站 不停站 公交不 没人开车 砂石车 渣土车 大车压 重车压 压烂
        压坏了路 洒了一路`,
    },
    {
      weight: 'likely',
      words: `路难走 路不好走 路窄 修路 没修好 修一半 挖路 路挖 挖开 动工 通车 断头路 路肩 超载 车速 开太快 开得太快
        飙车 炸街`,
    },
    {
      weight: 'maybe',
      words: `一个大坑 乱停 会车 停满了 停车难 出车祸 堵门 填坑 打仗 打滑 扬尘 挡视线 挪车 撞车 有个坑 末班车 桥板
        桥栏 渡船 补坑 路滑 车牌`,
    },
    {
      weight: 'strong',
      words: `摊子摆满 摆满了摊 摆摊占 占道摆 摆到路 摆到马路 摊位占 过不得身 推单车都 推车都过 限高杆 撞歪 撞弯
        一踩就翘 踩翘 踩空 差点滚下去 差点掉下去 差点栽 差点摔 差点撞 颠掉 颠断 颠散 压得跟 压成 搓板 中巴哪去
        班车哪去 车哪去了 车不开了 停开 等到屁股 等了一个小时 等了两个小时 停班 没车坐 没得车`,
    },
    {
      weight: 'strong',
      urgency: 'urgent',
      words: '红绿灯黑 红绿灯不亮 红绿灯坏 枝子断 树枝断 枝子吊 树枝吊 吊在半空 断枝 树杈断',
    },
  ],
};
