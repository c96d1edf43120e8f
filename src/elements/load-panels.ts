let loading: Promise<unknown> | undefined;

/** Loads the panels once; they fill their places in every player by themselves. Never rejects: what did not come is asked for again. */
export async function loadPanels(): Promise<void> {
  try {
    await (loading ??= import('./panels.ts'));
  } catch {
    loading = undefined;
  }
}
