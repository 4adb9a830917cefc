import { merged, neighbour, none, quoted, said, villager } from './fixtures.js';
import type { Said } from './fixtures.js';

/** Village and office talk that begins, ends or rhymes with a command. From anybody it is talk. */
const TALK = [
  '转给你看个好笑的', '转发最多的送好东西', '转身就忘了', '转给大家看看', '转一下这个群', '转账收到了', '转正了没', '转过来点', '转钱给我三叔了', '转眼就过年了',
  '办结了酒席', '办结婚证要带么子', '办完酒再说', '办好了叫我一声', '完成得漂亮', '完成任务啦', '解决了就好', '解决温饱问题', '15号完成选举工作', '办酒 20桌', '2026年办结率98%', '今年办结三十二件',
  '进展不错', '进展得蛮快', '进度慢得很', '进度条走不动', '工程进展顺利', '进展如何', '进展？',
  '查一下水表', '查三组的水表', '查3号楼的电表', '查岗来了', '查无此人', '查酒驾了各位', '查到又如何！', '查一查天气', '查！', '必须查！', '查户口呢', '查3个人', '已查。',
  '待办的事真多', '待办事项我列了个表', '超期待啊', '超期食品不要吃', '日报上登了', '日报社来人了',
  '满意个鬼', '满意吗', '满意你个头', '满意就好', '满意度98%', '满意的话给个好评', '满意？', '满意死了才怪', '不满意吗', '不满意可以退', '不满意就退货', '不满意价格可以谈', '包你满意', '满意：85人', '满意 95%', '不满意的举手',
  '受理点在哪', '受理时间：周一至周五', '受理 时间周一到周五', '受理不了这么多', '接单送货上门', '接单员招聘', '10号受理医保',
  '交给我吧', '交给你了', '交给他们去搞', '交给老天爷', '交办的事情', '交办 事项见附件', '派给我一个红包', '转办的事都在表里',
  '退回来了', '退回去重做', '退回我的红包', '退单率高', '红包退回',
  '延期到下个月', '延期 明天的会', '会议延期', '延长线带了吗', '延期不', '婚礼延期', '延期',
  '待补充', '待补充的材料在桌上', '等村民都到齐了再开会', '问村民要电话', '等村民 到齐', '问村民代表去',
  '不受理就算了', '合并同类项', '合并 3组 5组', '合并村了', '合并', '并入大队',
  '不受理就算了', '同意', '同意！', '我同意', '同意你的看法', '同意 大家都去', '拆分', '拆分成两组', '协办单位来了', '协办这个活动', '合并同类项', '合并 3组 5组', '合并村了', '合并', '并入大队',
  '督办组明天来', '公开课八点', '公开', '公示 低保名单如下', '公示牌倒了', '公开 透明',
  '登记结婚', '登记了没', '登记表在我这', '登记身份证号', '大家到村部登记', '登记一下', '恢复供水了', '恢复了', '静默三分钟', '取消 了', '取消', '取消订单', '撤销处分', '撤回了一条消息', '"老贺" 撤回了一条消息', '撤回去的兵',
  '不是 3', '不是我', '不是我不想来', '不是诉求是闲聊', '都不是', '改类型了', '改成明天', '改为下午三点', '附议的人多', '附议书写好了', '帮助睡眠', '帮助别人', '?', '？', '？？？', '+1', '1', '#3', '3', '#3 我联系电工了', '3号停水',
  '绑定 123456', '绑定银行卡', '反映强烈', '反映很好', '投诉 无门', '投诉：12345', '投诉电话：12345', '诉求：', '诉求：无', '建议：大家少出门', '好了', '是', '对', '收到', '好的', '收到 #3',
  '我要结案陈词', '办理中国移动套餐', '误报火警', '认领走失的牛', '分派对象', '转到三组去了', '顺延到周五', '宽限几天', '@李望秋 交办的事',
  '周小满: 办结 #3', '「周小满：办结 #3」', '他说“办结 #3”就行了', '办结两个字怎么写', '看不懂 #3', '第3件事', '3号 我去赶场', '石门社区#3', '改类3种', '一起查3号院',
]; // prettier-ignore

describe('talk is not a command', () => {
  it.each(TALK)('%s', (text) => {
    expect(said(text)).toEqual(none);
    expect(villager(text)).toEqual(none);
  });

  it('has enough of it', () => expect(new Set(TALK).size).toBeGreaterThan(150));
});

describe('talk is not a command on a quoted case either', () => {
  it.each([
    '转给你看个好笑的', '转给大家看看', '交给你了', '交给我吧', '办结了酒席', '完成得漂亮', '办好了叫我一声', '进展不错', '进度慢得很', '受理不了这么多', '退回来了', '退回去重做', '公示牌倒了', '公开课八点',
    '督办组明天来', '登记结婚', '查一下水表', '收到', '满意吗', '满意个鬼', '取消订单', '改成明天', '不是我说的', '延期到下个月', '合并同类项', '解决了就好吗', '附议的人多', '撤回了一条消息', '转身就忘了', '我联系电工了', '好的',
  ])('%s', (text) => {
    expect(said(text, { quote: quoted })).toEqual(none);
    expect(villager(text, { quote: quoted })).toEqual(none);
  }); // prettier-ignore

  it('everyday words need the number of the quoted case', () => {
    for (const quote of [neighbour, merged, null]) {
      expect(said('转给交通局', { quote })).toEqual(none);
      expect(said('完成', { quote })).toEqual(none);
      expect(said('交给李望秋 3天', { quote })).toEqual(none);
    }
  });
});

describe('what is no text commands nothing', () => {
  it.each(['image', 'audio', 'video', 'location', 'link', 'sticker', 'recalled'] as const)('%s', (type) => {
    expect(said('办结 #3 换了灯泡', { type })).toEqual(none);
    expect(said('诉求：三组停水', { type, mentionsBot: true })).toEqual(none);
  });
});

describe('a quoted command is not the reply', () => {
  const command = { name: '周小满', text: '办结 #3 换了灯泡' };
  it('changes nothing by itself', () => {
    expect(said('', { quote: command })).toEqual(none);
    expect(said('这样写就行', { quote: command })).toEqual(none);
    expect(said('[强]', { quote: command })).toEqual(none);
  });
});

describe('small talk with the bot raises nothing', () => {
  const mention: Said = { mentionsBot: true };
  it.each([
    '@回音', '@回音 ', '@回音 你好', '@回音 您好', '@回音 谢谢', '谢谢 @回音', '@回音 谢谢谢谢', '@回音 辛苦了', '@回音 收到', '@回音 好的', '@回音 在吗', '@回音 早上好', '@回音 哈哈哈哈', '@回音 讲个笑话', '@回音 今天天气怎么样',
    '@回音 你是谁', '@回音 你是机器人吗', '@回音 测试', '@回音 太聪明了', '@回音 [强]', '@回音 👍👍', '@回音 666', '@回音 晚安', '@回音 没事了', '@回音 是', '@回音 #3 还没来修', '@回音 办结 #3 修好了', '@回音 唱首歌', '@回音 你真棒',
  ])('%s', (text) => {
    expect(villager(text, mention)).toEqual(none);
  }); // prettier-ignore

  it('a word on a quoted case is for those who read it, not a new matter', () => {
    expect(villager('@回音 还没有人来修', { ...mention, quote: quoted })).toEqual(none);
  });
});
