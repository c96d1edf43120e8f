/** A scenario with its architecture inside: `messages` messages between 40 components, with parallel branches, traffic, create and remove. */
export function generatedScenario(messages: number): string {
  const components = Array.from(
    { length: 40 },
    (_, i) => `    c-${i}:\n      kind: server\n      title: Server ${i}\n      present: ${i !== 39}\n`,
  ).join('');
  const edges = Array.from({ length: 40 }, (_, i) => [1, 2, 3].map((by) => `    - c-${i} -> c-${(i + by) % 40}\n`).join('')).join('');
  const steps: string[] = [];
  for (let made = 0; made < messages; made += 20) steps.push(step(steps.length));
  return `hopline: 1
id: generated
architecture:
  id: map
  title: Map
  components:
${components}    pool:
      kind: service
      title: pool
      members: [c-1, c-2, c-3]
  edges:
${edges}title:
  en: Generated
  ko: 생성됨
steps:
${steps.join('')}`;
}

/** Twenty messages. */
function step(index: number): string {
  const from = index % 30;
  const hop = (by: number): string => `c-${from} -> c-${from + by}`;
  return `  - id: s-${index}
    title: Step ${index}
    say:
      en: The ${index}th time something happens.
      ko: ${index}번째 일이 일어납니다.
    do:
      - create: c-39
      - send: ${hop(1)}
        as: r-${index}
        label:
          en: request ${index}
          ko: 요청 ${index}
        detail:
          protocol: HTTPS
          verb: POST
          path: /items/${index}
      - work: c-${from}
      - parallel:
          - call: ${hop(1)}
            returns: ok
          - call: ${hop(2)}
            returns: ok
          - - wait: 100ms
            - call: ${hop(3)}
              returns: ok
            - call: ${hop(2)}
              returns: ok
      - reply: r-${index}
      - traffic: c-0 -> pool
        connections: 4
      - set: c-${from}
        count: ${index}
      - remove: c-39
      - call: ${hop(1)}
`;
}
