import { html } from './html.mjs';

/** The officials' card. Plain words count too; these are shortcuts. */
const OFFICIALS = [
  ['受理 #3', '这件事我们管'],
  ['交办 #3 @李望秋 3天', '交给谁、几天办好'],
  ['转办 #3 交通局', '转给部门'],
  ['退回 #3 不归我管', '退回，写理由'],
  ['进展 #3 电工下午来', '办到哪一步了'],
  ['办结 #3 换了灯泡', '办好了，做了什么'],
  ['延期 #3 3天 等配件', '只能延一次'],
  ['不予受理 #3 已到法院', '不归这里，写理由'],
  ['合并 #5 #3', '同一件事并在一起'],
  ['登记 刘阿婆家漏雨', '替人登记，或引用一条消息回“登记”'],
  ['督办 #3 抓紧', '纪检、领导盯着办'],
  ['不是诉求 #3', '回音听错了'],
  ['查 #3', '看这件事的经过'],
  ['待办　超期　日报', '我的事、过期的事、今天的数'],
  ['周报　月报', '这周、这月的数，带图'],
  ['撤销', '五分钟内收回我上一步'],
  ['静默　恢复', '让回音在本群先别说话'],
];

const VILLAGERS = [
  ['满意　基本满意', '事情办好了'],
  ['不满意 灯还不亮', '没办好，重新办'],
  ['附议 #3', '我家也是'],
  ['撤回 #3', '不用办了'],
  ['查 #3', '到哪一步了'],
];

export function Commands() {
  return html`<div class="commands">
    <h3>干部可以写</h3>
    <${Card} rows=${OFFICIALS} />
    <p class="hint-text">不写命令也行：“我联系电工了”“已经修好了”，回音听得懂。</p>
    <h3>村民可以回</h3>
    <${Card} rows=${VILLAGERS} />
  </div>`;
}

function Card({ rows }) {
  return html`<dl class="card">
    ${rows.map(
      ([command, means]) =>
        html`<div key=${command}>
          <dt>${command}</dt>
          <dd>${means}</dd>
        </div>`,
    )}
  </dl>`;
}
