import { describe, expect, it } from 'vitest';
import { writePositions } from '../../../src/scenario/write-positions.ts';

const AT = new Map([['a', { x: 96, y: 8 }]]);

describe('writing positions into a document', () => {
  it('replaces a position and leaves everything else as it is', () => {
    const text = '# the shop\ncomponents:\n  a: # first\n    title: A   # odd spacing\n    at: [1,2] # by hand\n\n  b:\n    title: B\n';
    expect(writePositions(text, AT)).toBe(text.replace('[1,2]', '[96, 8]'));
  });

  it('adds one beside the short keys', () => {
    const text = 'components:\n  a:\n    kind: queue # of orders\n    title:\n      en: A\n      ko: 가\n  b:\n    title: B\n';
    expect(writePositions(text, AT)).toBe(text.replace('# of orders\n', '# of orders\n    at: [96, 8]\n'));
  });

  it('adds one where there are no short keys', () => {
    expect(writePositions('components:\n  a:\n    title: A\n', AT)).toBe('components:\n  a:\n    at: [96, 8]\n    title: A\n');
    expect(writePositions('components:\n  a: { title: A }\n', AT)).toBe('components:\n  a: { at: [96, 8], title: A }\n');
  });

  it('finds parts, and an architecture inside a scenario', () => {
    const text = 'architecture:\n  components:\n    a:\n      title: A\n      parts:\n        one:\n          title: 1\nsteps: []\n';
    const expected = text
      .replace('one:\n', 'one:\n          at: [16, 24]\n')
      .replace('a:\n      title', 'a:\n      at: [96, 8]\n      title');
    expect(writePositions(text, new Map([...AT, ['a/one', { x: 16, y: 24 }]]))).toBe(expected);
  });

  it('keeps Windows’ line ends and passes over what is not there', () => {
    expect(writePositions('components:\r\n  a:\r\n    kind: job\r\n    title: A\r\n', AT)).toBe(
      'components:\r\n  a:\r\n    kind: job\r\n    at: [96, 8]\r\n    title: A\r\n',
    );
    expect(writePositions('components: {}\n', AT)).toBe('components: {}\n');
  });

  it('says where a text is no YAML', () => expect(() => writePositions('a: [', AT)).toThrow(/line 1/));
});
