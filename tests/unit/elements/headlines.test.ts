import { expect, it } from 'vitest';
import { headlineFor } from '../../../src/elements/headlines-ko.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { sourceFiles } from '../../tools/source-files.ts';

const REPORTED = /\b(?:error|warning|say|fail|refuse)\(\s*'([a-z]+(?:-[a-z]+)*)'|\bcode: '([a-z]+(?:-[a-z]+)*)'/g;

it('are there for every code that reading a scenario reports', () => {
  const codes = sourceFiles('src').filter(({ path }) => path.startsWith('src/scenario/') && !path.startsWith('src/scenario/session/')).flatMap(({ text }) => [...text.matchAll(REPORTED)].map(([, a, b]) => a ?? b ?? ''));
  expect(new Set(codes).size).toBeGreaterThan(40);
  expect([...new Set(codes)].filter((code) => !headlineFor(code, 'ko'))).toEqual([]);
});

it('are whole sentences, in Korean only', async () => {
  const { diagnostics } = await parseScenario({ file: 'x.yaml', text: 'hopline: 2\n', read: () => Promise.reject(new Error('none')) });
  expect(diagnostics.map(({ code }) => headlineFor(code, 'ko-KR'))).toEqual([expect.stringMatching(/니다\.$/)]);
  expect(diagnostics.map(({ code }) => headlineFor(code, 'en'))).toEqual([undefined]);
});
