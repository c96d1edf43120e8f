import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { openDeck, planOf } from './deck-page.ts';

/** A picture with fewer colours shows nothing. */
const BLANK = 12;

interface PrintedPage {
  readonly slide: string;
  readonly shown: number;
  /** Pictures that are seen on the page; none on slides without a flow. */
  readonly pictures: readonly { readonly address: string; readonly colours: number; readonly alt: string }[];
  readonly caption: string;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it('is printed with one picture per step, none of them blank', { timeout: 600_000 }, async () => {
  const walk = await openDeck(browser, '?lang=ko');
  const plan = await planOf(walk.page);
  await walk.context.close();
  const { page, context, problems } = await openDeck(browser, '?lang=ko&print-pdf', { bypassCSP: true });
  await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length > 1, undefined, { timeout: 300_000 });

  const printed = await pagesOf(page);
  const steps = plan.reduce((sum, slide) => sum + slide.steps, 0);
  expect(printed.map(({ slide, shown }) => `${slide} ${shown}`)).toEqual(plan.flatMap(({ slide, steps: count }) => Array.from({ length: count + 1 }, (_, shown) => `${slide} ${shown}`)));
  const flows = new Set(plan.filter((slide) => slide.steps > 0).map(({ slide }) => slide));
  for (const { slide, shown, pictures, caption } of printed) {
    expect(pictures.length, slide).toBe(flows.has(slide) ? 1 : 0);
    const [picture] = pictures;
    if (!picture) continue;
    expect(picture.colours, `${slide} ${shown}`).toBeGreaterThan(BLANK);
    expect(caption, `${slide} ${shown}`).toBe(shown === 0 ? caption : `${shown}${picture.alt}`);
    expect(caption.length).toBeGreaterThan(4);
  }
  const addresses = printed.flatMap(({ pictures }) => pictures.map(({ address }) => address));
  expect(new Set(addresses).size).toBe(steps + flows.size);
  expect(await page.locator('hopline-player').count()).toBe(0);

  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(plan.length + steps);
  const colours = await coloursOf(page, picturesIn(pdf, text));
  // Two steps may look the same and then share their picture.
  expect(colours.length).toBeGreaterThan((steps + flows.size) * 0.9);
  expect(colours.filter((count) => count <= BLANK)).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

/** What is seen on each page. */
function pagesOf(page: Page): Promise<PrintedPage[]> {
  return page.evaluate(async () => {
    const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    return Promise.all([...document.querySelectorAll('.pdf-page')].map(async (sheet) => ({
      slide: sheet.querySelector('section')?.id ?? '',
      shown: sheet.querySelectorAll('.fragment.visible').length,
      pictures: await Promise.all([...sheet.querySelectorAll('img')].filter(seen).map(async (image) => {
        await image.decode();
        const copy = new OffscreenCanvas(240, 100);
        const context = copy.getContext('2d')!;
        context.imageSmoothingEnabled = false;
        context.drawImage(image, 0, 0, 240, 100);
        return { address: image.src, alt: image.alt, colours: new Set(new Uint32Array(context.getImageData(0, 0, 240, 100).data.buffer)).size };
      })),
      caption: [...sheet.querySelectorAll('figcaption, .intro')].filter(seen).map(({ textContent }) => textContent.trim()).join('|'),
    })));
  });
}

/** The large pictures in a PDF, which has them as JPEG files. */
function picturesIn(pdf: Buffer, text: string): Buffer[] {
  return [...text.matchAll(/<<([^<>]*\/Subtype\s*\/Image[^<>]*)>>\s*stream\r?\n/g)].flatMap((match) => {
    const number = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(match[1] ?? '')?.[1] ?? 0);
    const start = match.index + match[0].length;
    return number('Width') < 1000 || !/\/DCTDecode/.test(match[1] ?? '') ? [] : [pdf.subarray(start, start + number('Length'))];
  });
}

/** How many colours each picture has. */
async function coloursOf(page: Page, pictures: readonly Buffer[]): Promise<number[]> {
  const counts: number[] = [];
  for (const picture of pictures) {
    counts.push(await page.evaluate(async (base64) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${base64}`)).blob(), { resizeWidth: 240, resizeHeight: 100, resizeQuality: 'pixelated' });
      const context = new OffscreenCanvas(240, 100).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, 240, 100).data.buffer)).size;
    }, picture.toString('base64')));
  }
  return counts;
}
