import { nextTask } from '../shared/next-task.ts';

/** Something to wait for often: once in so many milliseconds it lets in what else the thread has to do, else it goes on at once. */
export function slices(milliseconds: number): () => Promise<void> {
  let until = performance.now() + milliseconds;
  return async () => {
    if (performance.now() < until) return;
    await nextTask();
    until = performance.now() + milliseconds;
  };
}
