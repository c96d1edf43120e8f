/** Something to wait for often: once in so many milliseconds it lets in what else the thread has to do, else it goes on at once. */
export function slices(milliseconds: number): () => Promise<void> {
  let until = performance.now() + milliseconds;
  return async () => {
    if (performance.now() < until) return;
    await message();
    until = performance.now() + milliseconds;
  };
}

/** A timer would wait four milliseconds after the first few times. */
function message(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const heard = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', heard, { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
}
