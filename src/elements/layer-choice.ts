import type { Scenario } from '../scenario/model.ts';
import type { LayerView } from '../stage/stage.ts';

const NONE: ReadonlySet<string> = new Set();

/** The layers of the architecture that the viewer lights and hides. Theirs alone: no part of the story, and of no film. */
export class LayerChoice {
  lit: string | undefined;
  hidden: ReadonlySet<string> = NONE;
  /** The same object until something changes; undefined while all is shown. */
  view: LayerView | undefined;

  /** Lights one layer, and shows it where it was hidden; undefined: none. */
  light(layer: string | undefined): void {
    this.set(layer, layer === undefined ? this.hidden : without(this.hidden, layer));
  }

  /** Hides a layer, or shows it again. A hidden one is not lit. */
  hide(layer: string, hidden: boolean): void {
    const rest = without(this.hidden, layer);
    this.set(hidden && this.lit === layer ? undefined : this.lit, hidden ? new Set([...rest, layer]) : rest);
  }

  /** All layers as they are. */
  reset(): void {
    this.set(undefined, NONE);
  }

  /** A changed file may have fewer layers. */
  keepIn({ architecture }: Scenario): void {
    const known = new Set(architecture.layers.map(({ id }) => id));
    const lit = this.lit !== undefined && known.has(this.lit) ? this.lit : undefined;
    this.set(lit, new Set([...this.hidden].filter((id) => known.has(id))));
  }

  private set(lit: string | undefined, hidden: ReadonlySet<string>): void {
    this.lit = lit;
    this.hidden = hidden;
    this.view = lit === undefined && hidden.size === 0 ? undefined : { lit, hidden };
  }
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((each) => each !== id));
}
