import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../tools/house-rules.ts';
import { readSource, sourceFiles } from '../../tools/source-files.ts';

describe('the rules of the house', () => {
  it('hold in src', () => {
    expect(sourceFiles('src').flatMap(brokenRules)).toEqual([]);
  });

  it.each([
    ['src/elements/x.ts', "box.innerHTML = '';", 'innerHTML makes markup or code of text'],
    ['src/elements/x.ts', "box['innerHTML'] = '';", 'innerHTML makes markup or code of text'],
    ['src/elements/x.ts', "import { unsafeHTML } from 'lit/directives/unsafe-html.js';", 'unsafeHTML makes markup or code of text'],
    ['src/elements/x.ts', "eval('1');", 'eval makes markup or code of text'],
    ['src/elements/x.ts', "new Function('return 1')();", 'Function makes markup or code of text'],
    ['src/elements/x.ts', "document.write('x');", 'document.write makes markup of text'],
    ['src/stage/x.ts', 'export const at = performance.now();', 'performance in a room that must be pure'],
    ['src/timeline/x.ts', 'requestAnimationFrame(() => undefined);', 'requestAnimationFrame in a room that must be pure'],
    ['src/compile/x.ts', 'export const at = Date.now();', 'time or chance in a room that must be pure'],
    ['src/compile/x.ts', 'export const chance = Math.random();', 'time or chance in a room that must be pure'],
    ['src/elements/x.ts', "const path = '/home/me/file';", 'names a place or a piece of work that only its writer knows'],
    ['src/elements/x.ts', '// as asked in issue 12', 'names a place or a piece of work that only its writer knows'],
  ])('%s: %s', (path, text, wrong) => {
    expect(brokenRules(readSource(path, text))).toEqual([`${path}:1: ${wrong}`]);
  });

  it.each([
    ['src/timeline/raf-clock.ts', 'requestAnimationFrame(() => undefined);'],
    ['src/elements/x.ts', 'setTimeout(() => undefined, 1);'],
    ['src/stage/x.ts', '// Never innerHTML, and no Math.random here.'],
    ['src/elements/x.ts', 'export const call = (run: Function): void => void run;'],
  ])('leaves %s: %s alone', (path, text) => {
    expect(brokenRules(readSource(path, text))).toEqual([]);
  });
});
