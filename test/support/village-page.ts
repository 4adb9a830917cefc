import type { Server } from 'node:http';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Village } from '../../src/village/api.js';
import { villageRoutes } from '../../src/village/routes.js';
import { startVillage } from '../../src/village/village.js';
import { close, listen, portOf } from '../../src/web/listen.js';
import { PATIENCE_MS } from './patience.js';
import { CENSUS } from './village-census.js';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
export const SHIMEN = '石门社区监督服务群';

/** The village alone, with its page on a free port and a clock that stands still but for the page's buttons. */
export interface ServedVillage {
  village: Village;
  url: string;
  now(): number;
  stop(): Promise<void>;
}

export async function serveVillage(start: string, paceMs = 30): Promise<ServedVillage> {
  let now = Date.parse(start);
  const clock = {
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
  const village = await startVillage({ clock, census: CENSUS });
  const server: Server = await listen(villageRoutes(village, clock, { paceMs }), 0, '127.0.0.1');
  return {
    village,
    url: `http://127.0.0.1:${portOf(server)}/`,
    now: () => now,
    stop: async () => {
      await village.stop();
      await close(server);
    },
  };
}

/** A browser window of this size in which one is already somebody; `faults` collects what the page complains of. */
export async function openAs(
  browser: Browser,
  url: string,
  name: string,
  viewport: { width: number; height: number },
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport, hasTouch: viewport.width < 760, locale: 'zh-CN' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(url);
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByRole('button', { name: '知道了' }).click();
  return { page, faults };
}

export async function openChat(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '聊天' }).getByRole('button', { name }).click();
  await page.locator('.messages').waitFor();
}

export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

/** The message bubble with this text. */
export function bubble(page: Page, text: string): Locator {
  return page.locator('.message', { hasText: text }).locator('.bubble').last();
}

/** How far the page is wider than its window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
