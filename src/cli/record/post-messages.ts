/** Bytes for an address of the page's server. */
export interface ToPost {
  readonly id: number;
  /** Whole. */
  readonly address: string;
  readonly body: BufferSource;
}

/** Whether they are where they belong. */
export interface Posted {
  readonly id: number;
  readonly taken: boolean;
}
