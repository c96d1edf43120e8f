import type { Scenario } from '../scenario/model.ts';
import type { Finding } from './finding.ts';
import { characters } from './rules/characters.ts';
import { citation } from './rules/citation.ts';
import { crowdedLabels } from './rules/crowded-labels.ts';
import { cutCardTexts, cutSequenceTexts } from './rules/cut-text.ts';
import { narration } from './rules/narration.ts';
import { undeclared } from './rules/undeclared.ts';
import { subjectOf, type Rule } from './subject.ts';

/** Every rule, in the order in which its findings are reported. */
export const RULES: readonly Rule[] = [narration, citation, undeclared, characters, crowdedLabels, cutCardTexts, cutSequenceTexts];

/** What a viewer of the scenario would stumble over, on any level, path and language; each thing once. The scenario itself is valid. */
export async function checkScenario(scenario: Scenario): Promise<Finding[]> {
  const subject = await subjectOf(scenario);
  const seen = new Set<string>();
  return RULES.flatMap((rule) => rule(subject)).filter((finding) => {
    const key = JSON.stringify([finding.code, finding.document, finding.path]);
    return !seen.has(key) && seen.add(key);
  });
}
