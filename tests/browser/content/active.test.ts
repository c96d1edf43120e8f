import { describe, expect, it } from 'vitest';
import type { HopFrame } from '../../../src/compile/frame.ts';
import type { Message } from '../../../src/compile/trace.ts';
import { contrast, mix } from '../../../src/look/colour.ts';
import { accentColours, THEMES } from '../../../src/look/tokens.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import type { DisplayItem } from '../../../src/stage/stage.ts';
import { MOTION } from '../../../src/timeline/motion.ts';
import { Easel, nameOf, sceneOf, shippedScenarios } from './shipped.ts';

const HALL = { width: 1920, height: 1080 };
/** More heads than that at once are drawn as a stream. */
const MOST_HEADS = 24;

const all = await shippedScenarios();

describe.each(all)('a hop under way in $name', (shipped) => {
  // Levels and paths each in one of the languages in turn: where things stand is the same in all.
  const variants = shipped.variants.filter((_, index) => (index + Math.floor(index / 2)) % 2 === 0);

  it('is in the picture with its head, its number and its label', async () => {
    const missing: string[] = [];
    let easel: Easel | undefined;
    let looked = 0;
    for (const variant of variants) {
      const setting = { view: 'map' as const, ...HALL, blind: true };
      const scene = sceneOf(shipped, variant, setting);
      if (easel) easel.show(scene);
      else easel = await Easel.create(scene, setting);
      // Of a burst every fifth packet.
      const messages = scene.trace.messages.filter(({ kind, index }) => kind !== 'packet' || index % 5 === 0);
      for (const message of messages) {
        // In the middle of it; one that passes quickly, once its label has risen.
        const frame = easel.frames.at(Math.max((message.start + message.end) / 2, Math.min(message.start + MOTION.rise, message.end)));
        if (frame.hops.filter(({ head }) => head > 0.01).length > MOST_HEADS) continue;
        looked++;
        const { list } = easel.draw(frame);
        const carrier = list.find(({ kind, id }) => id === message.index && kind === (message.kind === 'work' ? 'work' : 'hop'));
        const inside = carrier && carrier.box.x > -1 && carrier.box.y > -1 && carrier.box.x + carrier.box.width < HALL.width + 1 && carrier.box.y + carrier.box.height < HALL.height + 1;
        if (carrier?.number !== message.number || carrier.opacity < 0.9 || !inside) missing.push(`${nameOf(variant)}: ${message.number} ${message.label} is ${JSON.stringify(carrier)}`);
        if (!isSaid(message, scene.trace.messages, frame.hops, list)) missing.push(`${nameOf(variant)}: the label of ${message.number} ${message.label}`);
        if (message.kind !== 'work' && Math.min(carrier?.box.width ?? 0, carrier?.box.height ?? 0) < 31.5) missing.push(`${nameOf(variant)}: the head of ${message.number} is small`);
      }
    }
    easel?.destroy();
    expect(missing).toEqual([]);
    expect(looked).toBeGreaterThan(10);
  });

  it.each(['map', 'split'] as const)('moves at least thirty times in a second: %s', async (view) => {
    const setting = { view, width: 1280, height: 720, ratio: 0.5 };
    const variant = shipped.variants.at(-1)!;
    const scene = sceneOf(shipped, variant, setting);
    const easel = await Easel.create(scene, setting);
    const random = seededRandom(`${shipped.name} ${view}`);
    const hops = scene.trace.messages.filter(({ kind }) => kind === 'request' || kind === 'reply');
    const { start, end, number, label } = hops[Math.floor(random() * hops.length)] as Message;
    const frames = Math.floor((end - start) * 60);
    const hashes = new Set<string>();
    for (let frame = 0; frame < frames; frame++) hashes.add(await easel.hashAt(start + frame / 60));
    expect(hashes.size / (end - start), `${number} ${label}`).toBeGreaterThanOrEqual(30);
    easel.destroy();
  });
});

/** Whether a message's label is in the picture. What goes again while it is still under way says it once, with the number of the latest. */
function isSaid(message: Message, all: readonly Message[], hops: readonly HopFrame[], list: readonly DisplayItem[]): boolean {
  const labels = list.filter(({ kind }) => kind === 'label');
  // All packets of a burst share one label without a number.
  if (message.kind === 'packet') return message.label === '' || labels.some(({ text }) => text === message.label);
  const again = hops.flatMap((hop) => all[hop.message] ?? []).filter(({ action }) => action === message.action);
  const latest = again.at(-1) ?? message;
  return labels.some(({ id, text, number, opacity }) => id === latest.index && text === message.label && number === latest.number && opacity > 0.9);
}

describe.each(Object.values(THEMES))('what takes no part, in the theme $name', (theme) => {
  it('keeps titles at 4.5 : 1 on its card, part or tag, as pale as they are drawn', async () => {
    const [shipped] = all;
    const setting = { view: 'map' as const, ...HALL, theme: theme.name, blind: true };
    const easel = await Easel.create(sceneOf(shipped!, { level: 3, lang: 'ko' }, setting), setting);
    const grounds = (id: string): string[] => {
      const box = shipped!.map.nodes.get(id);
      const accent = accentColours(theme, box?.accent ?? 'neutral').accent;
      return box?.shape === 'card' ? [theme.card] : [theme.card, mix(theme.card, accent, 0.1)];
    };
    let receded = 0;
    const pale = new Set<string>();
    for (const step of easel.trace.steps) {
      const { list, state } = easel.draw(easel.frames.at(step.end - 0.01));
      for (const { kind, id, text, opacity } of list) {
        if (kind !== 'node' || opacity > 0.99) continue;
        receded++;
        const there = state.present.has(String(id).split('/')[0] as string);
        const found = there
          ? grounds(String(id)).map((ground) => contrast(mix(ground, theme.text, opacity), ground))
          : [theme.page, accentColours(theme, shipped!.map.nodes.get(String(id))?.accent ?? 'neutral').groupFill].map((ground) => contrast(mix(ground, theme.quiet, opacity), ground));
        if (Math.min(...found) < 4.5) pale.add(`${text} ${Math.min(...found).toFixed(2)}`);
      }
    }
    easel.destroy();
    expect([...pale]).toEqual([]);
    expect(receded).toBeGreaterThan(100);
  });

  it('keeps the rows that came and that will come at 4.5 : 1', async () => {
    const setting = { view: 'sequence' as const, ...HALL, theme: theme.name, blind: true };
    const easel = await Easel.create(sceneOf(all[0]!, { level: 1, lang: 'en' }, setting), setting);
    const step = easel.trace.steps[4]!;
    const { list } = easel.draw(easel.frames.at(step.start + 0.1));
    const rows = list.filter(({ kind }) => kind === 'row');
    expect(rows.length).toBeGreaterThan(6);
    for (const { id, text, opacity } of rows) {
      const colour = (id as number) < step.first ? theme.text : theme.quiet;
      expect(contrast(mix(theme.page, colour, opacity), theme.page), text).toBeGreaterThanOrEqual(4.5);
    }
    easel.destroy();
  });
});
