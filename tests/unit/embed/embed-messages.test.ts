import { expect, it } from 'vitest';
import { embedMessages, type EmbedMessages } from '../../../src/embed/embed-messages.ts';
import { needsMoreHangul, unknownCharacters } from '../../../src/look/measure.ts';

function texts({ refused, tooLarge, broken, nothing, missing }: EmbedMessages): string[] {
  return [refused('a.yaml'), tooLarge, broken, nothing].flatMap(({ message, hint }) => [message, hint]).concat(missing('b.yaml'));
}

it('speaks English and Korean, in letters of the font that is there first', () => {
  const [english, korean] = ['en', 'ko-KR'].map((language) => texts(embedMessages(language)));
  expect(embedMessages('fr')).toBe(embedMessages('en'));
  for (const text of korean!) expect([text, /[가-힣]/.test(text), needsMoreHangul(text), [...unknownCharacters(text)]]).toEqual([text, true, false, []]);
  for (const text of english!) expect([text, /[가-힣]/.test(text), [...unknownCharacters(text)]]).toEqual([text, false, []]);
});
