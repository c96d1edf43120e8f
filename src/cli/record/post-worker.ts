/** Posts bytes for the recorder's page. */
import type { Posted, ToPost } from './post-messages.ts';

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  port?.addEventListener('message', ({ data }: MessageEvent<ToPost>) => void post(port, data));
  port?.start();
});

async function post(port: MessagePort, { id, address, body }: ToPost): Promise<void> {
  const taken = await fetch(address, { method: 'POST', body }).then(({ ok }) => ok, () => false);
  port.postMessage({ id, taken } satisfies Posted);
}
