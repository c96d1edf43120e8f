import { describe, expect, it } from 'vitest';
import { transcriptOf } from '../../../src/export/transcript.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { compile } from '../../../src/compile/compile.ts';
import type { Variant } from '../../../src/compile/trace.ts';

const TEXT = `
hopline: 1
id: story
languages: [en, ko]
architecture:
  hopline: 1
  id: shop
  title: Shop
  components:
    client:
      kind: browser
      title: Client
    gate:
      kind: gateway
      title: "[Gate] *one*"
      parts:
        authn:
          title: authn
    web:
      kind: service
      title: web
      members: [pod]
      via: gate
    pod:
      kind: pod
      title: pod
  edges:
    - client -> gate
    - link: gate -> pod
      kind: data
title:
  en: An order
  ko: 주문
choices:
  mood:
    title: Mood
    default: good
    options:
      good:
        title: good
      bad:
        title: bad
steps:
  - id: ask
    title:
      en: Ask
      ko: 요청
    say:
      en: The client asks.
      ko: 클라이언트가 요청합니다.
    aside: Quietly.
    cite:
      - href: https://example.org/a_(b)
        title: Book
        version: "2"
    do:
      - choose: mood
        then:
          good:
            - call: client -> gate
              label: GET /
              returns: "200"
              detail:
                protocol: HTTPS
                verb: GET
          bad:
            - call: client -> gate
              fails: 422
      - work: gate/authn
  - id: spread
    title: Spread
    say: It is spread.
    do:
      - traffic: client -> web
        connections: 2
        requests: 3
`;

async function told(variant: Partial<Variant> = {}): Promise<string> {
  const { scenario, diagnostics } = await parseScenario({ file: 'a.yaml', text: TEXT, read: () => Promise.reject(new Error()) });
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  return transcriptOf(compile(scenario, variant));
}

describe('a transcript', () => {
  it('has every step with its narration, messages and sources', async () => {
    const text = await told({ lang: 'en' });
    expect(text).toMatch(/^# An order\n\nMood: good\n\n## 1\. Ask \(00:00:00\)\n\nThe client asks\.\n\n> Quietly\.\n/);
    expect(text).toContain('- **1.1** Client → \\[Gate\\] \\*one\\*: GET / – `HTTPS GET`\n');
    expect(text).toContain('- **1.2** \\[Gate\\] \\*one\\* → Client (answer): 200\n');
    expect(text).toContain('- **1.3** in \\[Gate\\] \\*one\\* / authn\n');
    expect(text).toContain('Sources: [Book (2)](<https://example.org/a_(b)>)\n');
  });

  it('has each connection of traffic once', async () => {
    expect((await told()).match(/Connection \d → pod \(3 requests\)/g)).toEqual(['Connection 1 → pod (3 requests)', 'Connection 2 → pod (3 requests)']);
  });

  it('follows the language and the path, failures named', async () => {
    const text = await told({ lang: 'ko', path: { mood: 'bad' } });
    expect(text).toContain('# 주문\n\nMood: bad\n');
    expect(text).toContain('클라이언트가 요청합니다.');
    expect(text).toMatch(/실패 422/);
  });
});
