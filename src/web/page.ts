import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
body { margin: 0 auto; max-width: 26rem; padding: 2rem 1rem; color: #1f2a24; background: #f6f7f5;
  font: 1.1rem/1.6 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif }
h1 { font-size: 1.4rem; margin: 0 0 1rem }
.card { background: #fff; border: 1px solid #dfe5e0; border-radius: .75rem; padding: 1rem 1.25rem; margin: 0 0 1rem }
.card svg { display: block; width: 100%; height: auto }
dl { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem }
dd { margin: 0; font-variant-numeric: tabular-nums; font-weight: 600 }
.good, a { color: #15703f }
.bad { color: #a4302a }
`;

/** A small Chinese page without scripts that loads itself anew every `refreshS` seconds. */
export function page(title: string, body: Html, refreshS: number): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${refreshS}" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
