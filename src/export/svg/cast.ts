import { MARKS, type MarkKind } from '../../stage/paint.ts';
import { Actor, keyOf } from './actor.ts';
import type { Drawing, Part, Stroke } from './drawing.ts';
import type { Colours } from './inks.ts';

/** A part of the picture with all that it ever shows, the lowest first. */
export interface Role {
  readonly kind: Part['kind'];
  readonly id: string;
  readonly actors: readonly Actor[];
}

interface OpenRole {
  readonly kind: Part['kind'];
  readonly id: string;
  readonly actors: Actor[];
}

/** Tells the things of a picture apart through a story: what is painted at one time after the other becomes things with their changes. */
export class Cast {
  private readonly open = new Map<string, OpenRole>();
  private time = 0;

  /** `from`: when the story begins, seconds; `without`: parts that are not looked at. */
  constructor(private readonly from: number, private readonly without: readonly MarkKind[] = []) {}

  /** Notes what is painted at a time, once for each theme; times only grow. */
  see(time: number, drawings: readonly Drawing[]): void {
    this.time = time;
    const seen = new Set<Actor>();
    const others = drawings.slice(1).map(({ parts }) => [...parts]);
    let index = 0;
    for (const part of drawings[0]?.parts ?? []) {
      if (!this.without.includes(part.kind)) this.seePart(part, others.map((parts) => parts[index] as Part), seen);
      index++;
    }
    for (const { actors } of this.open.values()) for (const actor of actors) if (!seen.has(actor)) actor.miss(time);
  }

  /** All parts, the lowest first. */
  get roles(): readonly Role[] {
    const rank = (role: Role): number => MARKS.indexOf(role.kind);
    return [...this.open.values()].sort((a, b) => rank(a) - rank(b));
  }

  private seePart(part: Part, others: readonly Part[], seen: Set<Actor>): void {
    const key = `${part.kind} ${part.id}`;
    const role = this.open.get(key) ?? { kind: part.kind, id: part.id, actors: [] };
    this.open.set(key, role);
    const counts = new Map<string, number>();
    let above = 0;
    part.strokes.forEach((stroke, i) => {
      const plain = keyOf(stroke);
      const count = counts.get(plain) ?? 0;
      counts.set(plain, count + 1);
      const actor = this.actorFor(role, `${plain} #${count}`, stroke, above);
      above = role.actors.indexOf(actor) + 1;
      actor.see(this.time, stroke, [colourOf(stroke), ...others.map(({ strokes }) => colourOf(strokes[i] as Stroke))]);
      seen.add(actor);
    });
  }

  /** The actor of a key; a new one stands right above the stroke before it. */
  private actorFor(role: OpenRole, key: string, stroke: Stroke, above: number): Actor {
    const known = role.actors.find((actor) => actor.key === key);
    if (known) return known;
    const actor = new Actor(key, stroke, this.time, this.from);
    role.actors.splice(above, 0, actor);
    return actor;
  }
}

function colourOf(stroke: Stroke): Colours[number] {
  return stroke.kind === 'shape' ? stroke.ink.color : stroke.kind === 'icon' ? stroke.color : stroke.look.color;
}
