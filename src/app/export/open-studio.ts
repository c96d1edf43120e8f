import type { Studio } from '../../recorder/studio.ts';
import { slices } from '../../recorder/slices.ts';
import { WorkerStudio } from '../../recorder/worker-studio.ts';

/** A page that is not to stutter has 16 ms for a frame. */
const SLICE_MS = 12;

/** A studio in a worker; where the browser has none that can draw, or lets the page have none, one in the page that works in slices. */
export async function openStudio(): Promise<Studio> {
  try {
    return await WorkerStudio.start();
  } catch {
    const { LocalStudio } = await import('../../recorder/studio.ts');
    return new LocalStudio(slices(SLICE_MS));
  }
}
