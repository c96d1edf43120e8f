import { expect, it, vi } from 'vitest';
import { loaded, mount, once, part, record, settled, until } from './support.ts';
import { BROKEN, STORY, story } from './story.ts';

/** A source that answers when it is told to. */
function late(id: string, text = STORY): { source: ReturnType<typeof story>; come: () => void } {
  let come = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (come = resolve));
  const architecture = text.slice(text.indexOf('architecture:\n') + 14, text.indexOf('choices:')).replaceAll(/^ {2}/gm, '');
  const withPath = text.replace(/architecture:\n[\s\S]*?choices:/, `architecture: ./${id}-place.yaml\nchoices:`).replace('id: story', `id: ${id}`);
  const read = async (): Promise<string> => {
    await waiting;
    return `hopline: 1\n${architecture}`;
  };
  return { source: { id, text: withPath, file: `${id}.yaml`, read } as ReturnType<typeof story>, come };
}

it('is not overtaken by a slower load', async () => {
  const player = mount();
  const [slow, quick] = [late('slow'), late('quick')];
  player.scenarios = [slow.source];
  await once(player, 'loadstart');
  player.scenarios = [quick.source];
  await player.updateComplete;
  quick.come();
  await once(player, 'canplaythrough');
  expect(player.trace?.scenario.id).toBe('quick');
  slow.come();
  await settled();
  await settled();
  expect([player.trace?.scenario.id, player.readyState, player.error]).toEqual(['quick', 4, null]);
});

it('shows in place of the picture what is wrong with a first load, with file, line and column', async () => {
  const player = mount({ scenarios: [story('broken', BROKEN)], controls: true });
  await once(player, 'error');
  await player.updateComplete;
  expect([player.readyState, player.networkState, player.error?.code]).toEqual([0, 3, 4]);
  const card = part(player, 'hopline-messages', '.card');
  expect(card.getAttribute('role')).toBe('alert');
  expect(card.textContent).toContain('broken.yaml:3:1');
  expect(card.textContent).toContain('titel');
  expect(part(player, 'hopline-messages').className).toBe('alone');
  expect(part(player, 'hopline-controls', '.play').hasAttribute('disabled')).toBe(true);
});

it('keeps the last good picture when a reload is broken, shows the fault over it, and mends itself', async () => {
  const player = await loaded({ controls: true });
  await until(() => player.draws > 0, 'a picture is drawn');
  player.currentTime = 2;
  await settled();
  const { trace } = player;
  const events = record(player);
  player.scenarios = [story('story', BROKEN)];
  await once(player, 'error');
  await player.updateComplete;
  expect(player.trace).toBe(trace);
  expect(part(player, 'hopline-messages').className).toBe('over');
  expect(part(player, 'hopline-messages', '.card').textContent).toContain('story.yaml:3:1');
  expect(part<HTMLCanvasElement>(player, '.canvas').width).toBeGreaterThan(0);
  // The last good one still plays.
  await player.play();
  player.pause();
  expect(player.error?.diagnostics).toContainEqual(expect.objectContaining({ file: 'story.yaml', line: 3, column: 1, severity: 'error' }));
  expect(events).not.toContain('loadeddata');
  player.scenarios = [story()];
  await once(player, 'canplaythrough');
  await player.updateComplete;
  expect(player.error).toBeNull();
  expect(player.shadowRoot!.querySelector('hopline-messages')).toBeNull();
});

it.each([['2', '2'], ['"1"', '1'], ['0.9', '0.9']])('says of a file for version %s what it is for and how to mend that, and nothing else', async (version, found) => {
  // What else is wrong with it may be right in its own version.
  const text = BROKEN.replace('hopline: 1', `hopline: ${version}`);
  const player = mount({ scenarios: [story('other', text)], controls: true });
  await once(player, 'error');
  await player.updateComplete;
  expect(player.error?.diagnostics.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([['wrong-version', 'other.yaml', 1, 10]]);
  expect(part(player, 'hopline-messages').className).toBe('alone');
  const card = part(player, 'hopline-messages', '.card');
  expect(card.innerText).toContain('other.yaml:1:10');
  expect(card.innerText).toContain('The file is for another version of the language.');
  expect(card.innerText).toMatch(new RegExp(`Found: .*${found}`));
  expect(card.innerText).toContain('Expected: 1');
  expect(card.innerText).toContain('Use the version of Hopline that the file was made for.');
  await expect(player.play()).rejects.toThrow();
});

it('shows that over the last good picture where there is one, which still plays', async () => {
  const player = await loaded({ controls: true });
  await until(() => player.draws > 0, 'a picture is drawn');
  const { trace } = player;
  player.scenarios = [story('story', STORY.replace('hopline: 1', 'hopline: 2'))];
  await once(player, 'error');
  await player.updateComplete;
  const messages = part(player, 'hopline-messages');
  expect([player.trace, messages.className]).toEqual([trace, 'over']);
  expect(part(player, 'hopline-messages', '.card').innerText).toContain('Use the version of Hopline that the file was made for.');
  const [card, stage] = [part(player, 'hopline-messages', '.card').getBoundingClientRect(), part(player, '.stage').getBoundingClientRect()];
  expect(card.width).toBeGreaterThan(200);
  expect([card.top >= stage.top, card.bottom <= stage.bottom, card.left >= stage.left, card.right <= stage.right]).toEqual([true, true, true, true]);
  expect(part<HTMLCanvasElement>(player, '.canvas').width).toBeGreaterThan(0);
  player.lang = 'ko';
  await player.updateComplete;
  expect(part(player, 'hopline-messages', '.what').textContent).toBe('다른 버전의 언어로 작성된 파일입니다.');
  const before = player.draws;
  await player.play();
  await until(() => player.draws > before + 1, 'it plays on');
  player.pause();
});

it('lets the viewer put the fault away', async () => {
  const player = await loaded({ controls: true });
  player.scenarios = [story('story', BROKEN)];
  await once(player, 'error');
  await player.updateComplete;
  part(player, 'hopline-messages', 'button').click();
  await player.updateComplete;
  expect(player.shadowRoot!.querySelector('hopline-messages')).toBeNull();
});

it('keeps moment and playing over a reload of the changed file', async () => {
  const player = await loaded();
  player.goToStep('think');
  player.currentTime += 0.3;
  await player.play();
  const before = player.moment!;
  const events = record(player);
  Object.assign(player.scenarios[0]!, { text: STORY.replace('The Store thinks about it for a while.', 'The Store thinks.') });
  await player.reload();
  await settled();
  expect([player.paused, player.currentStep?.id, player.currentStep?.say]).toEqual([false, 'think', 'The Store thinks.']);
  expect(player.moment!.fraction).toBeGreaterThanOrEqual(before.fraction);
  expect(events).not.toContain('emptied');
  expect(events).toContain('durationchange');
});

it('reads a scenario that is written inside it and asks the network for nothing', async () => {
  const fetched = vi.spyOn(window, 'fetch');
  const player = mount();
  const script = document.createElement('script');
  script.type = 'application/yaml';
  script.textContent = STORY.replaceAll(/^/gm, '      ');
  player.append(script);
  await once(player, 'canplaythrough');
  expect(player.steps.length).toBe(3);
  expect(fetched.mock.calls.map(([input]) => String(input)).filter((url) => !url.includes('.woff2'))).toEqual([]);
  fetched.mockRestore();
});

it('does not fetch an architecture that an inline scenario names', async () => {
  const player = mount({ scenarios: [story('inline', STORY.replace(/architecture:\n[\s\S]*?choices:/, 'architecture: ./elsewhere.yaml\nchoices:'))] });
  await once(player, 'error');
  expect(player.error?.diagnostics[0]?.message).toContain('elsewhere.yaml');
});

it.each([
  ['missing', () => new Response('', { status: 404 }), 'no file'],
  ['refused', () => new Response('', { status: 403 }), 'does not give out'],
  ['failing', () => new Response('', { status: 500 }), 'failed'],
  ['a page', () => new Response('<!doctype html><title>Home</title>'), 'web page'],
  ['binary', () => new Response(new Uint8Array([0xff, 0xfe, 0x00, 0x80])), 'UTF-8'],
  ['too big', () => new Response(new Uint8Array(13_000_000)), 'larger'],
  ['empty', () => new Response(''), 'no content'],
])('says what is wrong with a file that is %s', async (_name, answer, words) => {
  const fetched = vi.spyOn(window, 'fetch').mockImplementation(async () => answer());
  const player = mount({ src: './some/story.yaml', controls: true });
  await once(player, 'error');
  await player.updateComplete;
  fetched.mockRestore();
  expect(player.error?.message).toContain(words);
  expect(part(player, 'hopline-messages', '.what').textContent).toContain(words);
  expect(part(player, 'hopline-messages', '.place').textContent).toContain('some/story.yaml');
});

it.each([
  ['another origin', 'https://elsewhere.example/story.yaml', 'another origin'],
  ['no server', './story.yaml', 'could not be fetched'],
])('says what is wrong with %s', async (_name, src, words) => {
  const fetched = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const player = mount({ src });
  await once(player, 'error');
  fetched.mockRestore();
  expect(player.error?.message).toContain(words);
  expect(player.error?.diagnostics[0]?.hint).toBeTruthy();
});

it('says so when an id is asked for that was not given, and which there are', async () => {
  const player = mount({ scenarios: [story('one'), story('two')], scenario: 'three' });
  await once(player, 'error');
  expect(player.error?.diagnostics[0]).toMatchObject({ message: expect.stringContaining('three'), hint: expect.stringContaining('one, two') });
  player.scenario = 'two';
  await once(player, 'canplaythrough');
  expect(player.error).toBeNull();
});

it('speaks Korean where the page does', async () => {
  const player = mount({ scenarios: [story('broken', BROKEN)], lang: 'ko', controls: true });
  await once(player, 'error');
  await player.updateComplete;
  expect(part(player, 'hopline-messages', 'h3').textContent).toBe('시나리오를 표시할 수 없습니다');
});
