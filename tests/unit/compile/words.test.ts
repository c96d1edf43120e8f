import { expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { wordsOf } from '../../../src/compile/words.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const TEXT = `hopline: 1
id: words
title: STORY
languages: [en]
architecture:
  hopline: 1
  id: place
  title: Place
  groups:
    left:
      title: GROUP
  components:
    shop:
      title: SHOP
      subtitle: SECOND
      role: ROLE
      group: left
      parts:
        desk:
          title: PART
    store:
      title: STORE
  edges:
    - shop -> store
choices:
  way:
    title: Way
    default: one
    options:
      one:
        title: OPTION
steps:
  - id: only
    title: STEP
    say: NARRATION
    aside: ASIDE
    do:
      - call: shop -> store
        label: ASKED
        returns: ANSWERED
      - call: shop -> store
        fails: CODE
      - set: store
        badge: BADGE
        subtitle: OTHER
        gauge:
          value: 0.5
          label: GAUGE
      - note: store
        text: NOTE
      - clock: 1m
        label: CLOCK
      - choose: way
        then:
          one:
            - work: store
              label: WORKED
`;

it('are all that a picture may show', async () => {
  const { scenario, diagnostics } = await parseScenario({ file: 'words.yaml', text: TEXT, read: () => Promise.reject(new Error('inline')) });
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  const said = wordsOf(compile(scenario, {}));
  // Every word in capitals stands in the picture, in the caption, or may do so.
  const capitals = [...TEXT.matchAll(/\b[A-Z]{4,}\b/g)].map(([word]) => word);
  expect(capitals.length).toBe(20);
  expect(capitals.filter((word) => !said.includes(word))).toEqual([]);
});
