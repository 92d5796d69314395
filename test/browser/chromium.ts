import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const SLOWEST_MS = 20_000; // CI machines share their cores

/** The widths that every page must fit: an office screen, and the narrowest phone still sold. */
export const WIDTHS = [1280, 360] as const;
export type Width = (typeof WIDTHS)[number];

/** Where Chromium is on this machine; undefined where there is none. */
export const chromiumPath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  chromium.executablePath(),
].find((path) => path !== undefined && existsSync(path));

/** Ends the name of a test that needs a browser, so that who reads "skipped" knows why. */
export const needsChromium =
  chromiumPath === undefined
    ? ' (skipped: no Chromium here; install it, or set CHROMIUM_PATH)'
    : '';

/** A browser without a window. Closed when the test ends. */
export async function openChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium on this machine');
  const browser = await chromium.launch({ executablePath: chromiumPath });
  onTestFinished(() => browser.close());
  return browser;
}

/** A person of their own, with their own cookies, in front of a screen of this width. */
export async function newPerson(
  browser: Browser,
  width: Width,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  context.setDefaultTimeout(SLOWEST_MS);
  return context.newPage();
}

/** How many pixels a page is wider than its screen: 0 when nothing must be scrolled sideways. */
export async function overflow(page: Page): Promise<number> {
  const script = 'document.documentElement.scrollWidth - window.innerWidth';
  return z.number().parse(await page.evaluate(script));
}

/** Keeps a picture of the page for people to look at, where SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
}
