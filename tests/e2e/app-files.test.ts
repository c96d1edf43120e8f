import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { ARCHITECTURE, SCENARIO } from '../unit/app/texts.ts';
import { coloursIn, openApp, stateOf, untilDrawn, type OpenedApp } from './app-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const file = (name: string, text: string) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });

async function pick({ page }: OpenedApp, ...files: ReturnType<typeof file>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open file' }).click();
  await (await chooser).setFiles(files);
}

describe('files of one’s own', () => {
  it('open by the picker and play', async () => {
    const app = await openApp(browser);
    await pick(app, file('bread.yaml', SCENARIO), file('architecture.yaml', ARCHITECTURE));
    await expect.poll(async () => (await stateOf(app.player)).title).toBe('Morning bread');
    expect(await app.page.title()).toBe('Morning bread – Hopline');
    await expect.poll(() => new URL(app.page.url()).hash).toMatch(/^#\/own\/morning-bread.*doc=/);
    await app.page.reload();
    await untilDrawn(app.page);
    expect((await stateOf(app.player)).title).toBe('Morning bread');
    await app.page.getByRole('link', { name: 'Gallery', exact: true }).click();
    const card = app.page.locator('hopline-scenario-card').first();
    await expect.poll(() => card.locator('h4').innerText()).toBe('Morning bread');
    await expect.poll(() => coloursIn(card.locator('canvas')), { timeout: 30_000 }).toBeGreaterThan(10);
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('open by dropping them on the page', async () => {
    const app = await openApp(browser);
    await app.page.waitForFunction(() => customElements.get('hopline-drop-target'));
    await app.page.evaluate(([scenario, architecture]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([scenario!], 'bread.yaml'));
      dataTransfer.items.add(new File([architecture!], 'architecture.yaml'));
      for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }, [SCENARIO, ARCHITECTURE]);
    await expect.poll(async () => (await stateOf(app.player)).title).toBe('Morning bread');
    await app.close();
  });

  it('that are broken say where, with the line, over the picture that was there', async () => {
    const app = await openApp(browser);
    await pick(app, file('bread.yaml', SCENARIO.replace('    say:', '    sey:')), file('architecture.yaml', ARCHITECTURE));
    const dialog = app.page.getByRole('dialog');
    await dialog.waitFor();
    const text = await dialog.innerText();
    expect(text).toMatch(/bread\.yaml:\d+:\d+/);
    expect(text).toContain('sey');
    expect((await stateOf(app.player)).title).toBe('Pod creation');
    await app.page.keyboard.press('Escape');
    await expect.poll(() => dialog.isVisible()).toBe(false);
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('without their architecture say which file is missing', async () => {
    const app = await openApp(browser);
    await pick(app, file('bread.yaml', SCENARIO));
    await app.page.getByRole('dialog').getByText(/architecture\.yaml/).first().waitFor();
    await app.close();
  });

  it('replace what was opened under the same id', async () => {
    const app = await openApp(browser);
    await pick(app, file('bread.yaml', SCENARIO), file('architecture.yaml', ARCHITECTURE));
    await expect.poll(async () => (await stateOf(app.player)).title).toBe('Morning bread');
    await pick(app, file('bread.yaml', SCENARIO.replace('Morning bread', 'Fresh bread')), file('architecture.yaml', ARCHITECTURE));
    await expect.poll(async () => (await stateOf(app.player)).title).toBe('Fresh bread');
    await app.close();
  });
});
