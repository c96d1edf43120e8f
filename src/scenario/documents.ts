import type { InferInput } from 'valibot';
import type { ARCHITECTURE, COMPONENT, EDGE, INLINE_ARCHITECTURE } from './schema/architecture.ts';
import type { Verb } from './model.ts';
import type { ACTIONS, DETAIL } from './schema/actions.ts';
import type { TEXT } from './schema/parts.ts';
import type { CHOICE, SCENARIO } from './schema/scenario.ts';

/** An architecture as its author writes it. */
export type ArchitectureDocument = InferInput<typeof ARCHITECTURE>;
/** An architecture inside a scenario. */
export type InlineArchitecture = InferInput<typeof INLINE_ARCHITECTURE>;
/** A scenario as its author writes it. */
export type ScenarioDocument = InferInput<typeof SCENARIO>;
/** A component as its author writes it. */
export type ComponentDocument = InferInput<typeof COMPONENT>;
/** An edge as its author writes it. */
export type EdgeDocument = InferInput<typeof EDGE>;
/** A choice as its author writes it. */
export type ChoiceDocument = InferInput<typeof CHOICE>;
/** The detail of a hop as its author writes it. */
export type DetailDocument = InferInput<typeof DETAIL>;
/** A text as its author writes it. */
export type TextDocument = InferInput<typeof TEXT>;

/** A document in which everything may be missing: what is left of a faulty one, so that all its other faults are found too. */
export type Loose<T> = T extends readonly (infer U)[]
  ? readonly (Loose<U> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;

/** An action of a verb, of which anything may be missing. */
export type LooseAction<V extends Verb> = Loose<InferInput<(typeof ACTIONS)[V]>>;
