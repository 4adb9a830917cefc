import { toString } from 'qrcode';

/** Shows the login code on the terminal; null: it is no longer wanted. The page /qr shows the same. */
export async function showQr(qr: string | null, print: (line: string) => void): Promise<void> {
  if (qr === null) return;
  print(await toString(qr, { type: 'terminal', small: true, errorCorrectionLevel: 'L' }));
  print('Scan this with the bot\u2019s WeChat (用机器人的微信扫码登录). It also stands on the page /qr.');
}
