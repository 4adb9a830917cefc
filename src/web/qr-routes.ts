import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { toString as drawQr } from 'qrcode';
import { loopbackOnly } from './loopback.js';
import { page } from './page.js';

const REFRESH_S = 5;

/** `/qr`: the login QR code. On this machine only: who scans it holds the account. */
export function qrRoutes(qr: () => string | null): Hono {
  const app = new Hono();
  app.use('/qr', loopbackOnly);
  app.get('/qr', async (c) => {
    c.header('cache-control', 'no-store');
    return c.html(page('回音 扫码登录', await body(qr()), REFRESH_S));
  });
  return app;
}

async function body(code: string | null) {
  if (code === null || code === '') {
    return html`<h1>扫码登录</h1>
      <p class="card">现在不用扫码。要扫码的时候，二维码会自己出现在这里。</p>
      <p><a href="/">看运行情况</a></p>`;
  }
  const svg = await drawQr(code, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return html`<h1>用机器人的微信扫一扫</h1>
    <div class="card" role="img" aria-label="登录二维码">${raw(svg)}</div>
    <p>二维码会过期，本页每 ${REFRESH_S} 秒自动换成最新的。</p>`;
}
