/**
 * Resolves in a task of its own, after what else the thread had to do. A timer would wait four milliseconds after the first few times, and a second in a page
 * that is not seen.
 */
export function nextTask(): Promise<void> {
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
