import type { Command } from '../../../../src/cases/command.js';
import { is, n, none, quoted, said, villager } from './fixtures.js';
import type { Said } from './fixtures.js';

type Form = string | [string, Said];

/** Each form, typed by an official in a village group, reads as the command above it; from a villager it is text. */
function table(title: string, command: Command, forms: Form[]): void {
  describe(title, () => {
    it.each(forms.map((form) => (typeof form === 'string' ? ([form, {}] as const) : form)))(
      '%s',
      (text, more) => {
        expect(said(text, more)).toEqual(is(command));
        expect(villager(text, more)).toEqual(none);
      },
    );
  });
}

const ref = n(3);

table('协办', { verb: 'co_assign', ref, to: '龙桂香', part: '通知各户' }, [
  '协办 #3 @龙桂香 通知各户', '协办#3 @龙桂香\u2005通知各户', '协办 #3 龙桂香 通知各户', '#3 协办 @龙桂香，通知各户。', '协办 ＃３ @龙桂香：通知各户', '请协办 #3 @龙桂香 通知各户',
  ['协办 @龙桂香 通知各户', { quote: quoted }], '协办 @龙桂香 通知各户 #3',
]); // prettier-ignore

table('协办 without a part', { verb: 'co_assign', ref, to: '交通局', part: '' }, [
  '协办 #3 交通局',
  '协办 #3 @交通局',
]);

table('协办办结', { verb: 'co_done', ref, done: '通知到了' }, [
  '协办办结 #3 通知到了', '协办办结#3通知到了', '#3 协办办结：通知到了。', '协办完成 #3 通知到了', ['协办办结 通知到了', { quote: quoted }],
]); // prettier-ignore

table('同意', { verb: 'agree', ref }, [
  '同意 #3',
  '同意#3',
  '#3 同意',
  '同意3号。',
  ['同意', { quote: quoted }],
]);

table('拆分', { verb: 'split', ref }, ['拆分 #3', '拆分#3', '#3 拆分', '请拆分 #3', '拆开 #3', ['拆分', { quote: quoted }]]); // prettier-ignore
