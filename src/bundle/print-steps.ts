import type { HoplinePlayer } from '../elements/hopline-player.ts';

/** CSS px: two pictures with their texts on a page of A4. */
const SIZE = { width: 1040, height: 500 } as const;
/** Milliseconds after which a picture is given up: paper without it is better than none. */
const PATIENCE_MS = 5000;

/** Prints a story with one picture for each step. Resolves when the browser's own dialog is closed. */
export async function printSteps(page: Document, player: HoplinePlayer): Promise<void> {
  const sheets = await layOutSteps(page, player);
  page.body.append(sheets);
  page.documentElement.dataset['print'] = 'steps';
  try {
    print();
  } finally {
    delete page.documentElement.dataset['print'];
    for (const { src } of sheets.querySelectorAll('img')) URL.revokeObjectURL(src);
    sheets.remove();
  }
}

/** The story as it is shown now, in the colours of paper: its title, and each step with its picture and its words. */
async function layOutSteps(page: Document, player: HoplinePlayer): Promise<HTMLElement> {
  const sheets = page.createElement('section');
  sheets.className = 'sheets';
  const title = page.createElement('h1');
  title.textContent = page.title;
  sheets.append(title);
  const painter = painterFor(page, player);
  page.body.append(painter);
  try {
    for (const step of player.steps) {
      const figure = page.createElement('figure');
      const caption = page.createElement('figcaption');
      const [name, say] = [page.createElement('h2'), page.createElement('p')];
      name.textContent = `${step.number}. ${step.title}`;
      say.textContent = step.say;
      caption.append(name, say);
      const picture = await pictureOf(page, painter, step.id);
      figure.append(...(picture ? [picture] : []), caption);
      sheets.append(figure);
    }
  } finally {
    painter.remove();
  }
  return sheets;
}

/** A player that nobody sees and that shows stills alone, with the same story in the same variant. */
function painterFor(page: Document, { scenarios, scenario, lang, view, level, path }: HoplinePlayer): HoplinePlayer {
  const painter = page.createElement('hopline-player');
  Object.assign(painter, { scenarios, scenario, lang, view, level, path, theme: 'light', motion: 'reduced', captions: 'off', announce: 'off' });
  painter.className = 'painter';
  painter.inert = true;
  painter.setAttribute('aria-hidden', 'true');
  painter.style.width = `${SIZE.width}px`;
  painter.style.height = `${SIZE.height}px`;
  return painter;
}

async function pictureOf(page: Document, painter: HoplinePlayer, step: string): Promise<HTMLImageElement | undefined> {
  const before = painter.draws;
  painter.step = step;
  const canvas = (): HTMLCanvasElement | null => painter.shadowRoot?.querySelector('canvas') ?? null;
  const end = performance.now() + PATIENCE_MS;
  const isThere = (): boolean => painter.draws > before && painter.currentStep?.id === step && canvas() !== null;
  while (!isThere()) {
    if (performance.now() > end) return undefined;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas()?.toBlob(resolve));
  if (!blob) return undefined;
  const image = page.createElement('img');
  image.alt = '';
  image.src = URL.createObjectURL(blob);
  await image.decode();
  return image;
}
