import { normalLines, splitQuote } from '../../../../src/bot/message/quote.js';
import { cpuMs } from '../../../support/cpu.js';

const RULE = '- - - - - - - - - - - - - - -';

describe('splitQuote', () => {
  it('parts the quoted message from the reply', () => {
    expect(splitQuote(`「老贺：院子里路灯不亮」\n${RULE}\n登记`)).toEqual({
      quote: { name: '老贺', text: '院子里路灯不亮' },
      reply: '登记',
    });
  });

  it.each([
    ['ASCII colon', `「老贺: 路灯不亮」\n${RULE}\n受理`],
    ['CRLF', `「老贺：路灯不亮」\r\n${RULE}\r\n受理`],
    ['one line of dashes', '「老贺：路灯不亮」\n------\n受理'],
    ['long dashes', '「老贺：路灯不亮」\n———————\n受理'],
    ['spaces around the rule', `「老贺：路灯不亮」 \n ${RULE} \n受理`],
  ])('takes a quote with %s', (_what, text) => {
    expect(splitQuote(text)).toEqual({ quote: { name: '老贺', text: '路灯不亮' }, reply: '受理' });
  });

  it('keeps a quoted text of several lines and a reply of several lines', () => {
    const { quote, reply } = splitQuote(`「谭嫂子：第一行\n第二行：还有」\n${RULE}\n好\n知道了`);
    expect(quote).toEqual({ name: '谭嫂子', text: '第一行\n第二行：还有' });
    expect(reply).toBe('好\n知道了');
  });

  it('takes the outermost of nested quotes', () => {
    const inner = `「老贺：路灯不亮」\n${RULE}\n我家也是`;
    const { quote, reply } = splitQuote(`「谭嫂子：${inner}」\n${RULE}\n登记`);
    expect(quote).toEqual({ name: '谭嫂子', text: inner });
    expect(reply).toBe('登记');
  });

  it('is not led astray by brackets in the quoted text', () => {
    expect(splitQuote(`「老贺：他说」好的」\n${RULE}\n办结 #3 换灯`)).toEqual({
      quote: { name: '老贺', text: '他说」好的' },
      reply: '办结 #3 换灯',
    });
    expect(splitQuote(`「老贺：见「附件\n」\n${RULE}\n受理`).reply).toBe('受理');
  });

  it('leaves a later bracket and rule in the reply alone', () => {
    const { quote, reply } = splitQuote(`「甲：一」\n${RULE}\n看「二」\n${RULE}\n完`);
    expect(quote).toEqual({ name: '甲', text: '一' });
    expect(reply).toBe(`看「二」\n${RULE}\n完`);
  });

  it('takes a quote without a name, and one without a reply', () => {
    expect(splitQuote(`「路灯不亮」\n${RULE}\n登记`).quote).toEqual({ name: '', text: '路灯不亮' });
    expect(splitQuote(`「老贺：路灯」\n${RULE}`)).toEqual({
      quote: { name: '老贺', text: '路灯' },
      reply: '',
    });
  });

  it.each([
    ['not at the beginning', `看这个 「老贺：路灯」\n${RULE}\n登记`],
    ['no rule', '「老贺：路灯不亮」登记'],
    ['a rule that is too short', '「老贺：路灯」\n--\n登记'],
    ['nothing closed', `「老贺：路灯\n${RULE}\n登记`],
    ['plain text', '登记 #3'],
    ['nothing', ''],
  ])('sees no quote where there is none: %s', (_what, text) => {
    expect(splitQuote(text)).toEqual({ quote: null, reply: text });
  });

  it('is quick on a long hostile text', () => {
    const text = `「${'「」\n- - -'.repeat(4000)}`;
    expect(cpuMs(() => void splitQuote(text))).toBeLessThan(1_000);
  });
});

describe('normalLines', () => {
  it('makes one kind of line end', () => {
    expect(normalLines('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });
});
