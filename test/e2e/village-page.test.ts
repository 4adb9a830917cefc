import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '../support/product.js';
import { describeInBrowser, launchBrowser } from '../support/browser.js';
import type { ServedVillage } from '../support/village-page.js';
import {
  bubble,
  DESKTOP,
  openAs,
  openChat,
  overflow,
  PHONE,
  serveVillage,
  SHIMEN,
  write,
} from '../support/village-page.js';

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

/** The day's first message, not those that quote it. */
const first = (page: Page): Locator => page.locator('.messages .bubble', { hasText: '中院子路灯不亮' });

describeInBrowser('the chat page of the village', () => {
  let browser: Browser;
  let served: ServedVillage;
  let he: Page;
  let zhou: Page;
  let faults: string[][];

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serveVillage('2026-05-02T08:00:00+08:00');
    const villager = await openAs(browser, served.url, '老贺', PHONE);
    const cadre = await openAs(browser, served.url, '周小满', DESKTOP);
    he = villager.page;
    zhou = cadre.page;
    faults = [villager.faults, cadre.faults];
    await openChat(zhou, SHIMEN);
  });

  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  it('shows everybody the groups they are in', async () => {
    const list = he.getByRole('navigation', { name: '聊天' });
    await list.getByRole('button').nth(1).waitFor();
    expect(await list.getByRole('button').count()).toBe(2);
    await zhou.getByRole('navigation', { name: '聊天' }).getByText('店门镇工作群').waitFor();
  });

  it('carries a line to the gateway and to the others at once', async () => {
    await openChat(he, SHIMEN);
    await write(he, '中院子路灯不亮');
    await bubble(zhou, '中院子路灯不亮').waitFor();
    const line = served.village.lines(served.village.rooms[0]?.id ?? '').at(-1);
    expect(line).toMatchObject({ from: 'wxid_he', text: '中院子路灯不亮', type: 'text' });
    await bubble(he, '中院子路灯不亮').waitFor();
    expect(await he.locator('.message.own').count()).toBe(1);
    await until(
      async () => ((await he.getByRole('textbox').inputValue()) === '' ? true : null),
      () => 'the box was not emptied',
    );
  });

  it('begins a new line with Shift+Enter and sends only with Enter', async () => {
    await he.getByRole('textbox').fill('第一行');
    await he.keyboard.press('Shift+Enter');
    await he.keyboard.type('第二行');
    expect(await he.locator('.message').count()).toBe(1);
    await he.keyboard.press('Enter');
    await bubble(zhou, '第二行').waitFor();
    expect(served.village.lines(served.village.rooms[0]?.id ?? '').at(-1)?.text).toBe('第一行\n第二行');
  });

  it('shows markup as the text that it is', async () => {
    await write(he, '<img src=x onerror="document.title=1"><b>粗</b>');
    await bubble(zhou, '<b>粗</b>').waitFor();
    expect(await zhou.locator('.message b').count()).toBe(0);
    expect(await zhou.title()).toBe('回音 · 演示村');
  });

  it('quotes a message that was tapped', async () => {
    await bubble(zhou, '中院子路灯不亮').click();
    await zhou.getByRole('menuitem', { name: '引用' }).click();
    await write(zhou, '我联系电工了');
    await he.locator('.quoted', { hasText: '老贺：中院子路灯不亮' }).waitFor();
    const line = served.village.lines(served.village.rooms[0]?.id ?? '').at(-1);
    expect(line?.text).toMatch(/^「老贺：中院子路灯不亮」\n[- ]+\n我联系电工了$/);
  });

  it('mentions somebody picked from the list', async () => {
    await zhou.getByRole('textbox').pressSequentially('交办 #1 @李');
    await zhou.getByRole('option', { name: /李望秋/ }).waitFor();
    await zhou.keyboard.press('Enter');
    await zhou.keyboard.type('2天');
    await zhou.keyboard.press('Enter');
    await bubble(he, '交办 #1 @李望秋').waitFor();
    const line = served.village.lines(served.village.rooms[0]?.id ?? '').at(-1);
    expect(line).toMatchObject({ mentions: ['wxid_li'], text: '交办 #1 @李望秋\u20052天' });
  });

  it('sends a picture and shows it to the others', async () => {
    await he.getByLabel('选择图片').setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer: PNG });
    const image = zhou.getByAltText('路灯.png');
    await image.waitFor();
    const width = 'document.querySelector("img[alt=\'路灯.png\']").naturalWidth';
    await zhou.waitForFunction(`${width} > 0`);
    expect(await zhou.evaluate(width)).toBe(1);
    await image.click();
    await zhou.getByRole('dialog', { name: '路灯.png' }).waitFor();
    await zhou.keyboard.press('Escape');
    const line = served.village.lines(served.village.rooms[0]?.id ?? '').at(-1);
    expect((await served.village.file(line?.id ?? ''))?.bytes).toEqual(PNG);
  });

  it('refuses what is no picture in one line', async () => {
    const html = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload=alert(1)>') };
    await he.getByLabel('选择图片').setInputFiles(html);
    await he.getByText('这不是图片').waitFor();
  });

  it('sends a place and a voice message', async () => {
    await he.getByRole('button', { name: '位置' }).click();
    await he.getByRole('button', { name: /石门桥头/ }).click();
    await zhou.locator('.place-name', { hasText: '石门桥头' }).waitFor();
    await he.getByRole('button', { name: '语音' }).click();
    await he.getByRole('dialog').getByRole('button', { name: '发送' }).click();
    await zhou.locator('.voice', { hasText: '6″' }).waitFor();
  });

  it('opens the menu by right-click and by a long press too', async () => {
    await first(zhou).click({ button: 'right' });
    await zhou.getByRole('menuitem', { name: '复制' }).waitFor();
    await zhou.keyboard.press('Escape');
    await bubble(he, '我联系电工了').dispatchEvent('touchstart');
    await he.getByRole('menuitem', { name: '引用' }).waitFor();
    await he.keyboard.press('Escape');
    await he.getByRole('menu').waitFor({ state: 'detached' });
  });

  it('takes back an own message within two minutes, not later', async () => {
    await write(he, '说错了');
    await bubble(he, '说错了').click();
    await he.getByRole('menuitem', { name: '撤回' }).click();
    await zhou.getByRole('log').getByText('老贺撤回了一条消息').waitFor();
    await zhou.getByText('说错了').waitFor({ state: 'detached' });
    await first(he).click();
    await he.getByRole('menuitem', { name: '撤回' }).waitFor();
    await he.keyboard.press('Escape');
    await zhou.getByRole('button', { name: '快进1小时' }).click();
    await he.locator('.pane-time', { hasText: '09:00' }).waitFor();
    await first(he).click();
    await he.getByRole('menuitem', { name: '引用' }).waitFor();
    expect(await he.getByRole('menuitem', { name: '撤回' }).count()).toBe(0);
    await he.keyboard.press('Escape');
  });

  it('counts what was not read', async () => {
    await he.getByRole('button', { name: '返回聊天列表' }).click();
    await write(zhou, '下午停水');
    await he.getByLabel('1 条未读').waitFor();
    await openChat(he, SHIMEN);
    await he.getByRole('button', { name: '返回聊天列表' }).click();
    await he.getByLabel('1 条未读').waitFor({ state: 'detached' });
  });

  it('keeps the private chat private', async () => {
    await openChat(he, '回音');
    await write(he, '我要说一件私事');
    await bubble(he, '我要说一件私事').waitFor();
    expect(served.village.lines('wxid_he').at(-1)?.text).toBe('我要说一件私事');
    expect(await zhou.getByText('我要说一件私事').count()).toBe(0);
    await he.getByRole('button', { name: '返回聊天列表' }).click();
  });

  it('fits a phone: nothing to scroll sideways, large touch targets', async () => {
    expect(await overflow(he)).toBeLessThanOrEqual(0);
    await openChat(he, SHIMEN);
    expect(await overflow(he)).toBeLessThanOrEqual(0);
    const small = await he.evaluate<string[]>(`[...document.querySelectorAll('.pane button, .side button')]
      .map((b) => [b, b.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && (box.height < 40 || box.width < 40))
      .map(([b]) => b.className)`);
    expect(small).toEqual([]);
    await he.locator('.pane').getByRole('button', { name: '命令' }).click();
    await he.getByText('不予受理 #3').waitFor();
    expect(await overflow(he)).toBeLessThanOrEqual(0);
    await he.keyboard.press('Escape');
  });

  it('becomes somebody else and stays in the chat', async () => {
    await zhou.getByRole('button', { name: '现在是周小满，换人' }).click();
    await zhou
      .getByRole('dialog')
      .getByRole('button', { name: /谭嫂子/ })
      .click();
    await zhou.getByRole('dialog').waitFor({ state: 'hidden' });
    await write(zhou, '我家也是');
    await bubble(he, '我家也是').waitFor();
    expect(served.village.lines(served.village.rooms[0]?.id ?? '').at(-1)?.from).toBe('wxid_tan');
  });

  it('plays the prepared day and ends it at five past six', async () => {
    await zhou.getByRole('button', { name: '演一天' }).click();
    await zhou.getByText('18:05').first().waitFor({ timeout: 120_000 });
    expect(served.village.lines(served.village.rooms[0]?.id ?? '', 200).length).toBeGreaterThan(20);
    await zhou.getByRole('button', { name: '演一天' }).waitFor();
  });

  it('has complained of nothing on the way', () => {
    const refusal = /status of 400/; // the file that was no picture
    expect(faults.flat().filter((fault) => !refusal.test(fault))).toEqual([]);
  });
});
