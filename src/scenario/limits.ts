/** What a document may be at most. They are far above what a person can follow, and low enough that no document makes a page hang. */
export const LIMITS = {
  /** UTF-16 code units of one file. */
  characters: 4_000_000,
  /** Words, signs and blanks of which a file consists for the YAML reader. */
  tokens: 1_500_000,
  /** Maps and lists inside each other. */
  nesting: 48,
  /** Components and parts together. */
  components: 1_000,
  edges: 3_000,
  groups: 200,
  layers: 50,
  /** Steps on all levels together. */
  steps: 5_000,
  /** Written actions, on all levels and options together. */
  actions: 30_000,
  /** Messages of one variant: hops, answers, and each packet's hops of `traffic`. */
  messages: 40_000,
  choices: 12,
  /** Runs of models under `values`. */
  values: 50,
  /** Characters that values put into a scenario. */
  filled: 1_000_000,
  /** Options of one choice. */
  options: 12,
  /** The deepest level. */
  level: 9,
  /** Connections of one `traffic`, and requests on each. */
  connections: 2_000,
  requests: 200,
  /** Runs of one `every`. */
  times: 1_000,
  /** Seconds of one action in the animation. */
  seconds: 600,
  /** Seconds of a whole scenario. */
  duration: 7_200,
  /** Seconds that one `clock` lets pass: ten years. */
  simulatedSeconds: 315_360_000,
  /** Characters of a text, of a payload or own icon, and of an id. */
  text: 1_000,
  payload: 20_000,
  id: 64,
  /** Coordinates and sizes of the map, in px. */
  coordinate: 100_000,
  /** Diagnostics of one run; what is beyond is counted, not listed. */
  diagnostics: 300,
} as const;
