/** A page into which tests put frames, with all that it is told by them. */
import { connectEmbed, type ConnectOptions, type EmbedConnection } from '../../../src/embed/connect-embed.ts';

/** What tests find on the page. */
export interface FramePage {
  /** Every message that came, with its origin. */
  readonly heard: { readonly origin: string; readonly data: unknown }[];
  /** Puts a frame into the page; by its name it stands in `flows` once it is connected. */
  put(name: string, attributes: Readonly<Record<string, string>>, options?: ConnectOptions | null): Promise<void>;
  readonly flows: Record<string, EmbedConnection>;
}

const heard: { origin: string; data: unknown }[] = [];
window.addEventListener('message', ({ origin, data }) => heard.push({ origin, data: data as unknown }));

const flows: Record<string, EmbedConnection> = {};
const page: FramePage = {
  heard,
  flows,
  async put(name, attributes, options = {}) {
    const frame = document.createElement('iframe');
    for (const [key, value] of Object.entries({ id: name, name, width: '900', height: '600', style: 'border: 0', ...attributes })) frame.setAttribute(key, value);
    // What is out of sight stands still.
    document.body.prepend(frame);
    if (options) flows[name] = await connectEmbed(frame, options);
  },
};
Object.assign(window, page);
