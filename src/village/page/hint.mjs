import { closeDialog, Dialog } from './dialog.mjs';
import { html } from './html.mjs';
import { memory } from './memory.mjs';

/** How to live through a case, in three lines. */
export const STEPS = [
  ['当一回村民', '比如老贺，在村群里说一件事：“中院子路灯坏了”。回音会回一句“已收到 #1”。'],
  [
    '当一回干部',
    '比如周小满，引用那条消息说“我联系电工了”，或写“受理 #1”“交办 #1 @李望秋”；办好了写“办结 #1 换了灯泡”。',
  ],
  ['再当回村民', '回“满意”，这件事就归档了；不满意就说“不满意 灯还不亮”，会重新办。'],
];

export function Steps() {
  return html`<ol class="steps">
    ${STEPS.map(([who, what]) => html`<li key=${who}><b>${who}</b><span>${what}</span></li>`)}
  </ol>`;
}

export function HintDialog() {
  const understood = () => {
    memory.setHintSeen();
    closeDialog();
  };
  return html`<${Dialog} title="一件事怎么走完" kind="hint">
    <${Steps} />
    <p class="hint-text">点左上角（或输入框旁边）的头像换人。想直接看，就按“演一天”。</p>
    <button class="send wide" onClick=${understood}>知道了</button>
  </${Dialog}>`;
}
