import type { StepMark } from '../../compile/trace.ts';
import { attributeOf, flowTags, hasAttribute } from './flow-tags.ts';
import { flowOf, type SlidePlace } from './transform-slide.ts';

/** Something else on the slide is clicked as well: which click is which is then the author's to say. */
const OTHER_CLICKS = /\bv-?(click|after|switch|mark)|\[click/i;

/**
 * A slide's notes with what is told in each step of its flows, marked for Slidev click by click; undefined where they stay as they are, as where the author
 * has marked them, or has them from here already.
 */
export async function notesWithSteps(note: string | undefined, slide: string, place: SlidePlace, lang?: string): Promise<string | undefined> {
  const tags = flowTags(slide);
  const ownOrder = tags.some((tag) => hasAttribute(tag, 'at') || hasAttribute(tag, 'autoplay')) || OTHER_CLICKS.test(slide) || OTHER_CLICKS.test(note ?? '');
  if (tags.length === 0 || ownOrder) return undefined;
  // What is wrong in a scenario is said when its slide is built.
  const flows = await Promise.all(tags.map((tag) => flowOf(tag, place, attributeOf(tag, 'lang') ?? lang).catch(() => undefined)));
  const steps = flows.flatMap((flow) => flow?.trace.steps ?? []);
  if (steps.length === 0 || flows.includes(undefined) || note?.includes(steps[0]?.say ?? '')) return undefined;
  return [note?.trim() ?? '', ...steps.map(noteOf)].filter(Boolean).join('\n\n');
}

function noteOf({ number, title, say, aside }: StepMark): string {
  return `[click] **${number}. ${title}**\\\n${[say, aside].filter(Boolean).join('\\\n')}`;
}
