import { documentOf, evenOut, sentences } from '../../../../../src/recognise/learn/classifier/document.js';

describe('documentOf', () => {
  it('evens out width, case, numbers and spaces', () => {
    expect(evenOut('  ＫＴＶ１２楼 \n 3-05室 ')).toBe('ktv0楼 0-0室');
  });

  it('keeps the first field apart and joins the others', () => {
    expect(documentOf(['路', '坏了', '请修'])).toEqual({ first: '路', rest: '坏了 请修' });
    expect(documentOf(['路'])).toEqual({ first: '路', rest: '' });
  });

  it('takes the first sentence of the others where the first field is empty', () => {
    expect(documentOf(['', '村口那条大路塌了一大截。请修'])).toEqual({
      first: '村口那条大路塌了一大截',
      rest: '村口那条大路塌了一大截。请修',
    });
    expect(documentOf(['', '路坏了'])).toEqual({ first: '路坏了', rest: '路坏了' });
  });

  it('cuts sentences, but leaves out those that are too short to be about something', () => {
    const text = evenOut('您好！村口那条大路塌了一大截。请修。我们三组的人都要从那里过？对');
    expect(sentences(text, 4)).toEqual(['村口那条大路塌了一大截', '我们三组的人都要从那里过']);
    expect(sentences(text, 1)).toHaveLength(1);
    expect(sentences('长'.repeat(90), 1)[0]).toHaveLength(60);
  });
});
