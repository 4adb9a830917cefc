import { parseCommand, readsWhatIsOpen, type CommandInput } from '../../../../src/bot/commands/parse.js';

const said = (reply: string, more: Partial<CommandInput> = {}): CommandInput => ({
  reply, quote: null, type: 'text', mentions: [], mentionsBot: false, botName: '回音', ...more,
}); // prettier-ignore

const TEXTS = [
  '是', '修好了', '没有', '还没', '冇得', '不对', 'ok', '对的', '登记 1 2', '全部登记', '不是 3', '都不是', '3不是', '并入 3 #4', '1 并入 #2',
  '今天路灯亮了', '满意 #3', '查 #3', '办结 #3 换了灯泡', '反映：三组停水', '登记 三组停水', '待办', '帮助', '好的 明天来', '是不是停水了', '', ' ',
  '不是诉求 #3', '一个都不是', '全都登记吧', '@回音 不是 2',
]; // prettier-ignore

describe('what is open', () => {
  it.each(TEXTS)('%j is read the same whatever is open, unless it is said to depend on it', (text) => {
    for (const official of [true, false])
      for (const privateChat of [true, false])
        for (const input of [said(text), said(text, { mentionsBot: true, mentions: ['bot'] })]) {
          const read = (open: boolean) =>
            parseCommand(input, { official, privateChat, openQuestion: open, openList: open });
          const depends = JSON.stringify(read(true)) !== JSON.stringify(read(false));
          if (depends) expect(readsWhatIsOpen(input, { official })).toBe(true);
        }
  });

  it('depends for an answer, not for talk', () => {
    expect(readsWhatIsOpen(said('是的'), { official: false })).toBe(true);
    expect(readsWhatIsOpen(said('登记 1 2'), { official: true })).toBe(true);
    expect(readsWhatIsOpen(said('登记 1 2'), { official: false })).toBe(false);
    expect(readsWhatIsOpen(said('今天好热'), { official: true })).toBe(false);
  });
});
