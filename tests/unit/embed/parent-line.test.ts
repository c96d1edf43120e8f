import { describe, expect, it } from 'vitest';
import { allowedSource } from '../../../src/embed/allowed-source.ts';
import { mayCommand, ParentLine, type Listener } from '../../../src/embed/parent-line.ts';

/** A window that keeps what it is sent, and for whom. */
function listener(): Listener & { readonly got: [unknown, string][] } {
  const got: [unknown, string][] = [];
  return { got, postMessage: (message, origin) => void got.push([message, origin]) };
}

function from(source: unknown, origin = 'https://a.test'): Pick<MessageEvent, 'source' | 'origin'> {
  return { source: source as Window, origin };
}

describe('the way to the page around', () => {
  it('hears that page alone', () => {
    const parent = listener();
    const line = new ParentLine(parent, ['*']);
    expect(line.hears(from(listener()))).toBe(false);
    expect(line.hears(from(null))).toBe(false);
    line.tell('of the story');
    expect(parent.got).toEqual([]);
    expect(line.hears(from(parent))).toBe(true);
    line.tell('of the story');
    expect(parent.got).toEqual([['of the story', 'https://a.test']]);
  });

  it('hears nobody where there is no page around', () => {
    expect(new ParentLine(undefined, ['*']).hears(from(undefined))).toBe(false);
    expect(new ParentLine(undefined, ['*']).hears(from(null))).toBe(false);
  });

  it('hears it from the origins that may speak, and tells no other that it listens', () => {
    const parent = listener();
    const line = new ParentLine(parent, ['https://a.test', 'nonsense']);
    for (const origin of ['https://b.test', 'http://a.test', 'https://a.test:8443', 'https://a.test.evil', 'null', '']) expect([origin, line.hears(from(parent, origin))]).toEqual([origin, false]);
    line.tellAnyone('ready');
    expect(parent.got).toEqual([['ready', 'https://a.test']]);
    expect(line.hears(from(parent))).toBe(true);
  });

  it('answers a page in a sandbox, whose origin cannot be named', () => {
    const parent = listener();
    const line = new ParentLine(parent, ['*']);
    expect(line.hears(from(parent, 'null'))).toBe(true);
    line.tell('x');
    expect(parent.got).toEqual([['x', '*']]);
  });

  it('can be narrowed by the address, never widened', () => {
    expect(mayCommand(['*'])).toEqual(['*']);
    expect(mayCommand(['*'], ['https://a.test'])).toEqual(['https://a.test']);
    expect(mayCommand(['https://a.test', 'https://b.test'], ['https://b.test', 'https://c.test'])).toEqual(['https://b.test']);
    expect(mayCommand(['https://a.test'], ['*'])).toEqual(['https://a.test']);
    expect(mayCommand([], ['https://a.test'])).toEqual([]);
  });
});

describe('a scenario by its address', () => {
  const PAGE = 'https://docs.example/hopline/?x#src=a';

  it.each([
    ['flow.yaml', 'https://docs.example/hopline/flow.yaml'],
    ['/flows/a.yaml', 'https://docs.example/flows/a.yaml'],
    ['https://files.example/a.yaml', 'https://files.example/a.yaml'],
  ])('%s is read', (address, whole) => expect(allowedSource(address, PAGE, ['https://files.example'])).toBe(whole));

  it.each(['https://spy.test/a.yaml', '//spy.test/a.yaml', 'http://docs.example/a.yaml', 'https://docs.example:8443/a.yaml', 'https://files.example.spy.test/', 'https://docs.example@spy.test/a', '\\\\spy.test\\a.yaml', 'javascript:alert(1)', 'data:text/yaml,a', 'blob:https://docs.example/1', 'file:///etc/passwd', 'https://['])(
    '%s is not',
    (address) => expect(allowedSource(address, PAGE, ['https://files.example'])).toBeUndefined(),
  );

  it('is read from everywhere where the host says so, but never from what is no address of the web', () => {
    expect(allowedSource('https://any.test/a', PAGE, ['*'])).toBe('https://any.test/a');
    expect(allowedSource('javascript:alert(1)', PAGE, ['*'])).toBeUndefined();
  });
});
