const COLUMNS = 8;
const ROWS = 5;

/** The text of a scenario of 40 components in which this many messages are under way at the same time, spread over all neighbouring pairs. */
export function tokenCrowd(tokens: number): string {
  const pairs = neighbours();
  const lines = [
    'hopline: 1', 'id: crowd', 'title: A crowd', 'architecture:', '  hopline: 1', '  id: grid', '  title: A grid', '  components:',
    ...cells().flatMap(({ x, y }) => [`    c${x}-${y}:`, `      title: C ${x} ${y}`, `      at: [${x * 320}, ${y * 240}]`]),
    '  edges:',
    ...pairs.map((pair) => `    - ${pair}`),
    'steps:', '  - id: all', '    title: All at once', '    say: All at once.', '    do:', '      - parallel:',
    ...Array.from({ length: tokens }, (_, at) => `          - send: ${pairs[at % pairs.length]}\n            takes: 4s`),
  ];
  return `${lines.join('\n')}\n`;
}

function cells(): { x: number; y: number }[] {
  return Array.from({ length: COLUMNS * ROWS }, (_, at) => ({ x: at % COLUMNS, y: Math.floor(at / COLUMNS) }));
}

function neighbours(): string[] {
  return cells().flatMap(({ x, y }) => [
    ...(x + 1 < COLUMNS ? [`c${x}-${y} -> c${x + 1}-${y}`] : []),
    ...(y + 1 < ROWS ? [`c${x}-${y} -> c${x}-${y + 1}`] : []),
  ]);
}
