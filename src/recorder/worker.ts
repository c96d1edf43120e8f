/** A studio in a worker: a page that records in it plays, scrolls and answers as if nothing went on. */
import { drawOffPage } from '../stage/off-page.ts';
import type { FilmChunk } from './record-film.ts';
import { slices } from './slices.ts';
import { LocalStudio } from './studio.ts';
import { makeDeck } from './studio-deck.ts';
import type { OnProgress } from './studio-order.ts';
import type { Answers, FromWorker, Question, ToWorker } from './worker-messages.ts';

/** Between two looks at what the page has said. */
const SLICE_MS = 50;
/** Between two reports of how far something is. */
const REPORT_MS = 100;

/** What is done at the moment. */
interface UnderWay {
  readonly stop: AbortController;
  settleWrite?: { resolve(): void; reject(error: Error): void };
}

drawOffPage();
const studio = new LocalStudio(slices(SLICE_MS), makeDeck);
const underWay = new Map<number, UnderWay>();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const known = underWay.get(data.id);
  if (data.type === 'question') void answer(data.id, data.question);
  else if (data.type === 'written') known?.settleWrite?.resolve();
  else if (data.type === 'not-written') known?.settleWrite?.reject(new Error('The file cannot be written.'));
  else known?.stop.abort();
});

async function answer(id: number, question: Question): Promise<void> {
  const work: UnderWay = { stop: new AbortController() };
  underWay.set(id, work);
  try {
    const found = await find(id, question, work);
    tell({ id, type: 'answer', answer: found }, found instanceof ImageBitmap ? [found] : []);
  } catch (error) {
    tell({ id, type: 'failure', message: error instanceof Error ? error.message : String(error) });
  } finally {
    underWay.delete(id);
  }
}

async function find(id: number, question: Question, work: UnderWay): Promise<Answers[keyof Answers]> {
  const { signal } = work.stop;
  if (question.ask === 'outline') return studio.outline(question.story);
  if (question.ask === 'preview') return studio.preview(question.story, question.settings, question.at);
  if (question.ask === 'encoder') return studio.encoder(question.kinds, question.size);
  if (question.ask === 'estimate') return studio.estimate(question.order, signal);
  await studio.make(question.order, pageFile(id, work), { signal, onProgress: reporter(id) });
  return undefined;
}

/** The file stands on the page's side; each piece waits until it is written there, so that no more than one is under way. */
function pageFile(id: number, work: UnderWay): WritableStream<FilmChunk> {
  return new WritableStream({
    write: ({ data, position }) => new Promise<void>((resolve, reject) => {
      work.settleWrite = { resolve, reject };
      const copy = data.slice();
      tell({ id, type: 'write', position, data: copy }, [copy.buffer]);
    }),
  });
}

function reporter(id: number): OnProgress {
  let next = 0;
  return (done, all) => {
    const now = performance.now();
    if (now < next && done < all) return;
    next = now + REPORT_MS;
    tell({ id, type: 'progress', done, all });
  };
}

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  (self as unknown as { postMessage(message: FromWorker, transfer: Transferable[]): void }).postMessage(message, transfer);
}
