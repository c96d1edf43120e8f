import { expect, it } from 'vitest';
import type { RecordOrder, RecordResult } from '../../../src/cli/record-order.ts';
import type { RecordSession, RecordSink } from '../../../src/cli/record-session.ts';
import { SessionRow } from '../../../src/cli/session-row.ts';

const SINK = {} as RecordSink;
const FILM = { work: { kind: 'film', format: 'mp4', range: { from: 0, to: 1, fps: 1, rate: 1 } } } as RecordOrder;
const PICTURE = { work: { kind: 'picture', at: { time: 0 } } } as RecordOrder;

/** Browsers by what they can: `able` encode, `unable` do not, `broken` ones do not open. */
function row(browsers: Readonly<Record<string, 'able' | 'unable' | 'broken'>>): { readonly row: SessionRow; readonly log: string[] } {
  const log: string[] = [];
  const start = async (path = ''): Promise<RecordSession> => {
    log.push(`open ${path}`);
    if (browsers[path] === 'broken') throw new Error(`${path} does not open.`);
    const record = async ({ work }: RecordOrder): Promise<RecordResult> => (work.kind !== 'film' || browsers[path] === 'able' ? { outcome: 'done', fonts: [] } : { outcome: 'no-encoder' });
    return { browserPath: path, record, close: async () => void log.push(`close ${path}`) } as Partial<RecordSession> as RecordSession;
  };
  return { row: new SessionRow(async () => Object.keys(browsers), start), log };
}

it('asks one browser after the other, and remembers which cannot', async () => {
  const { row: browsers, log } = row({ one: 'unable', two: 'broken', three: 'able' });
  expect(await browsers.record(FILM, SINK)).toMatchObject({ result: { outcome: 'done' }, session: { browserPath: 'three' } });
  expect(log).toEqual(['open one', 'close one', 'open two', 'open three']);
  await browsers.record(FILM, SINK);
  await browsers.close();
  expect(log.slice(4)).toEqual(['close three']);
});

it('stays with the browser that is open for what any can make', async () => {
  const { row: browsers, log } = row({ one: 'unable', two: 'able' });
  await browsers.record(FILM, SINK);
  expect((await browsers.record(PICTURE, SINK)).session.browserPath).toBe('two');
  expect(log).toEqual(['open one', 'close one', 'open two']);
});

it('says that none can, and which were asked', async () => {
  const { row: browsers } = row({ one: 'unable', two: 'unable' });
  expect(await browsers.record(FILM, SINK)).toMatchObject({ result: { outcome: 'no-encoder' }, asked: ['one', 'two'] });
});

it('says why the only one does not open, and tries again the next time', async () => {
  const { row: browsers, log } = row({ one: 'broken' });
  await expect(browsers.record(PICTURE, SINK)).rejects.toThrow('one does not open.');
  await expect(browsers.record(FILM, SINK)).rejects.toThrow('one does not open.');
  expect(log).toEqual(['open one', 'open one']);
});

it('opens nothing after its end, not even for who was still looking for a browser', async () => {
  const opened: (string | undefined)[] = [];
  let found = (_paths: string[]): void => undefined;
  const looking = new Promise<string[]>((resolve) => void (found = resolve));
  const browsers = new SessionRow(() => looking, async (path) => {
    opened.push(path);
    throw new Error('never');
  });
  const asked = browsers.record(FILM, SINK);
  await browsers.end();
  found(['one', 'two']);
  await expect(asked).rejects.toThrow('Stopped.');
  expect(opened).toEqual([]);
});
