import { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from './page.js';
import type { Status } from './parts.js';

const REFRESH_S = 15;

/** `/` where no village is mounted: whether the account is there, and figures. No personal data. */
export function statusRoutes(status: () => Promise<Status>): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    c.header('cache-control', 'no-store');
    return c.html(page('回音', body(await status()), REFRESH_S));
  });
  return app;
}

function body(status: Status) {
  return html`<h1>回音</h1>
    <div class="card">${account(status)}</div>
    <dl class="card">
      ${status.counts.map(
        ([label, count]) =>
          html`<dt>${label}</dt>
            <dd>${count}</dd>`,
      )}
    </dl>`;
}

function account(status: Status) {
  if (status.connected === null) return html`本进程不带微信账号。`;
  if (!status.connected) return html`<span class="bad">微信网关没连上</span>，正在重连。`;
  if (!status.loggedIn) return html`<span class="bad">微信还没登录</span>，请在本机<a href="/qr">扫码</a>。`;
  return html`<span class="good">微信已连上</span>，在听。`;
}
