import { describe, expect, it } from 'vitest';
import type { CardText, NodeBox } from '../../../src/layout/types.ts';
import { textWidth } from '../../../src/look/measure.ts';
import { ALONE_ICON, ALONE_PADDING, aloneText } from '../../../src/stage/card-text.ts';

const text = (title: string): CardText => ({ title: { lines: [title], size: 28 }, subtitle: { lines: [], size: 22 } });
const box = (width: number, height: number): NodeBox => ({ shape: 'card', accent: 'worker', text: new Map(), x: 0, y: 0, width, height });

describe('a card without its parts', () => {
  it.each([['Order service', 322], ['주문 서비스', 280], ['Replication controller', 360]])('keeps "%s" inside %i px beside its larger icon', (title, width) => {
    const { title: shown } = aloneText(text(title), '', box(width, 160), true);
    const widest = Math.max(...shown.lines.map((line) => textWidth(line, { size: shown.size, weight: 700 })));
    // Two times 24 px of padding, the icon of 64 px and a gap stand beside the title.
    expect(widest).toBeLessThanOrEqual(width - 2 * ALONE_PADDING - ALONE_ICON);
    expect(shown.lines.join(' ')).toBe(title);
  });

  it('has a larger title and its role where there is room', () => {
    const { title, role } = aloneText(text('API'), 'Every request passes here', box(560, 208), true);
    expect(title.size).toBeGreaterThan(28);
    expect(role.lines.join(' ')).toBe('Every request passes here');
  });
});
