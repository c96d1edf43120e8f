import { contrast, mix } from '../../look/colour.ts';
import { OPACITY, TINT } from '../../look/opacity.ts';
import { accentColours, THEMES, type AccentName, type Theme } from '../../look/tokens.ts';
import type { Architecture } from '../../scenario/model.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import type { Rule } from '../subject.ts';

const LEAST = 4.5;

/** A text, the ground under it, and the colour in which it is drawn: what recedes is mixed with its ground. */
interface Pair {
  readonly what: string;
  readonly text: string;
  readonly ground: string;
}

/** A text under 4.5 : 1 in one of the themes: on cards, parts, tags and badges of every accent that the architecture wears, receded ones too. */
export const contrastIn = (themes: Readonly<Record<string, Theme>>): Rule => ({ scenario: { architecture } }) => {
  const accents = accentsOf(architecture);
  return Object.values(themes).flatMap((theme) => [
    ...plainPairs(theme).flatMap((pair) => check(pair, theme, [])),
    ...[...accents].flatMap(([accent, path]) => accentPairs(theme, accent).flatMap((pair) => check(pair, theme, path))),
  ]);
};

/** The rule over the shipped themes. */
export const lowContrast: Rule = contrastIn(THEMES);

function check({ what, text, ground }: Pair, theme: Theme, path: DocumentPath): Finding[] {
  const found = contrast(text, ground);
  if (found >= LEAST) return [];
  return [{
    severity: 'warning', code: 'low-contrast', message: `${what} can hardly be read in the theme ${theme.name}.`, document: 'architecture', path,
    found: `${found.toFixed(2)} : 1`, expected: `at least ${LEAST} : 1`, hint: 'Change the colours of the theme, or give the group another `accent:`.',
  }];
}

function receded(ground: string, text: string, opacity: number): string {
  return mix(ground, text, opacity);
}

/** Texts that wear no accent. */
function plainPairs(theme: Theme): Pair[] {
  const { card, page, text, quiet, failure } = theme;
  const band = theme.name === 'contrast' ? mix(page, text, TINT.firmBand) : mix(page, theme.frame, TINT.band);
  return [
    { what: 'A title', text, ground: card },
    { what: 'A receded title', text: receded(card, text, OPACITY.receded), ground: card },
    { what: 'A second line', text: quiet, ground: card },
    { what: 'A role', text: receded(card, quiet, OPACITY.role), ground: card },
    { what: 'A label', text, ground: page },
    { what: 'A failure', text: failure, ground: page },
    { what: 'A note', text, ground: card },
    { what: 'A row that came', text: receded(page, text, OPACITY.past), ground: page },
    { what: 'A row of this step that came', text: receded(band, text, OPACITY.past), ground: band },
    { what: 'A row that will come', text: receded(page, quiet, OPACITY.future), ground: page },
    { what: 'A row of this step that will come', text: receded(band, quiet, OPACITY.future), ground: band },
    { what: 'A note that will come', text: receded(card, quiet, OPACITY.future), ground: card },
  ];
}

/** Texts on grounds that an accent tints, and in the accent itself. */
function accentPairs(theme: Theme, accent: AccentName): Pair[] {
  const { card, page, text, quiet } = theme;
  const firm = theme.name === 'contrast';
  const colours = accentColours(theme, accent);
  const tinted = (ground: string, share: number): string => (firm ? ground : mix(ground, colours.accent, share));
  const [part, tag, badge] = [tinted(card, TINT.part), tinted(card, TINT.tag), tinted(page, TINT.badge)];
  return [
    { what: `The title of a group in ${accent}`, text: colours.accent, ground: colours.groupFill },
    { what: `A number on ${accent}`, text: colours.onAccent, ground: colours.accent },
    { what: `A component in ${accent} that is not there yet`, text: receded(colours.groupFill, quiet, OPACITY.absent), ground: colours.groupFill },
    { what: `A part in ${accent}`, text, ground: part },
    { what: `A receded part in ${accent}`, text: receded(part, text, OPACITY.receded), ground: part },
    { what: `A receded service in ${accent}`, text: receded(tag, text, OPACITY.receded), ground: tag },
    { what: `A badge in ${accent}`, text, ground: badge },
  ];
}

/** The accents that groups wear, each with the place of its first group; what stands in none is neutral. */
function accentsOf({ groups }: Architecture): Map<AccentName, DocumentPath> {
  const found = new Map<AccentName, DocumentPath>([['neutral', []]]);
  for (const { id, accent } of groups.values()) if (!found.has(accent) || found.get(accent)?.length === 0) found.set(accent, ['groups', id]);
  return found;
}
