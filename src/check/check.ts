import type { Scenario } from '../scenario/model.ts';
import type { Finding } from './finding.ts';
import { boxOverlap } from './rules/box-overlap.ts';
import { characters } from './rules/characters.ts';
import { citation } from './rules/citation.ts';
import { lowContrast } from './rules/contrast.ts';
import { coveredByBadges, coveredByNotes } from './rules/covered-by-badges.ts';
import { coveredByLabels } from './rules/covered-by-labels.ts';
import { crowdedRows } from './rules/crowded-rows.ts';
import { cutGroupTitles, cutMapTexts, cutSetSubtitles } from './rules/cut-map-texts.ts';
import { cutCardTexts, cutSequenceTexts } from './rules/cut-text.ts';
import { edgeThroughBox } from './rules/edge-through-box.ts';
import { languages } from './rules/languages.ts';
import { narration } from './rules/narration.ts';
import { smallMapTexts, smallRows, smallSteps } from './rules/small-text.ts';
import { undeclared } from './rules/undeclared.ts';
import { subjectOf, type Rule } from './subject.ts';

/** Every rule, in the order in which its findings are reported. */
export const RULES: readonly Rule[] = [
  narration, citation, languages, undeclared, characters,
  cutCardTexts, cutGroupTitles, cutMapTexts, cutSetSubtitles, cutSequenceTexts,
  boxOverlap, edgeThroughBox, coveredByLabels, coveredByBadges, coveredByNotes, crowdedRows,
  smallMapTexts, smallSteps, smallRows, lowContrast,
];

/** What a viewer of the scenario would stumble over, on any level, path and language; each thing once. The scenario itself is valid. */
export async function checkScenario(scenario: Scenario): Promise<Finding[]> {
  const subject = await subjectOf(scenario);
  const seen = new Set<string>();
  return RULES.flatMap((rule) => rule(subject)).filter((finding) => {
    const key = JSON.stringify([finding.code, finding.document, finding.path]);
    return !seen.has(key) && seen.add(key);
  });
}
