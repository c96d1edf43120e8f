import { parseScenario } from '../../../src/scenario/parse.ts';
import type { ParsedScenario } from '../../../src/scenario/parse.ts';

/** A correct scenario with its architecture inside; the cases change one thing in it each. */
export const BASE = `hopline: 1
id: base
architecture:
  id: map
  title: Map
  layers:
    top:
      title: Top
  groups:
    outer:
      title: Outer
      accent: worker
    inner:
      title: Inner
      in: outer
  components:
    client:
      kind: client
      title: Client
      docs: https://example.org/client
    gateway:
      kind: gateway
      title: Gateway
      group: inner
      layer: top
      at: [8, 16]
      size: [160, 80]
      parts:
        authn:
          title: authn
    web:
      kind: service
      title: web
      members: [pod-1, pod-2]
      via: gateway
    pod-1:
      title: pod-1
    pod-2:
      title: pod-2
      present: false
      status: pending
    db:
      kind: database
      title: db
    island:
      title: island
  edges:
    - client -> gateway
    - gateway -> pod-1
    - link: gateway -> pod-2
      kind: data
      sides: right left
    - pod-1 -> db
    - link: pod-2 -> db
      protocol: SQL
  icons:
    star: M2 2 L 10 10
title: Base
open:
  - pod-1 -> db
choices:
  mode:
    title: Mode
    default: fast
    options:
      fast:
        title: Fast
      slow:
        title: Slow
steps:
  - id: ask
    title: Ask
    say: The client asks.
    cite: https://example.org/ask
    do:
      - send: client -> gateway
        as: order
        label:
          en: please
          ko: 주세요
      - work: gateway
        takes: 700ms
      - call: gateway -> pod-1
        returns: yes, of course
        detail:
          path: /orders
      - set: gateway
        status: running
    deeper:
      level: 2
      steps:
        - id: arrive
          title: Arrive
          say: It arrives.
          do:
            - send: client -> gateway
              as: order
            - set: gateway
              status: running
  - id: answer
    title: Answer
    say: The gateway answers.
    do:
      - event: db -> pod-1
      - reply: order
      - create: pod-2
        from: pod-1
      - open: client -> gateway
      - close: client -> gateway
      - focus: [outer, gateway]
      - note: db
        text: Full.
      - wait: 1s
      - clock: 5m
      - every: 100ms
        times: 3
        do:
          - work: db
      - parallel:
          - choose: mode
            then:
              fast: []
              slow:
                - wait: 2s
          - traffic: client -> web
            connections: 3
      - remove: pod-2
`;

/** Reads a scenario that has its architecture inside. */
export function parseInline(text: string): Promise<ParsedScenario> {
  return parseScenario({ file: 'base.yaml', text, read: () => Promise.reject(new Error('Nothing is read here.')) });
}

/** Takes `⟦code⟧` out of a text; says what is expected, and where it stood: 1-based. */
export function expectations(marked: string): { text: string; expected: { code: string; line: number; column: number }[] } {
  const expected = [];
  let text = marked;
  for (let match = /⟦([\w-]+)⟧/.exec(text); match; match = /⟦([\w-]+)⟧/.exec(text)) {
    const lines = text.slice(0, match.index).split('\n');
    expected.push({ code: match[1] as string, line: lines.length, column: (lines.at(-1) as string).length + 1 });
    text = text.replace(match[0], '');
  }
  return { text, expected };
}
