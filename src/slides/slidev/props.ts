/** What an author can say on `<Hopline>` beside the attributes of `<hopline-player>`, which it hands on. */
export interface FlowProps {
  /** A scenario beside the slides, in `public/` where it begins with `/`, or anywhere by its address. */
  readonly src?: string | undefined;
  /** The scenario and what it refers to, packed: written by the add-on where it finds the file, so that nothing is fetched. */
  readonly files?: string | undefined;
  /** How many steps it has: written by the add-on; only for a scenario by address does the author say it, so that it is known before it is loaded. */
  readonly steps?: string | number | undefined;
  /** With which click it begins, as in `v-click`: `'+1'` after what stands before it, a number counted from the slide's start. */
  readonly at?: string | number | boolean | undefined;
  /** Plays by itself with its slide, and takes no clicks. */
  readonly autoplay?: boolean | undefined;
}

/** The props in the form that Vue wants them in. */
export const FLOW_PROPS: Readonly<Record<keyof FlowProps, unknown>> = {
  src: String,
  files: String,
  steps: [String, Number],
  at: { type: [String, Number, Boolean], default: '+1' },
  autoplay: Boolean,
};
