import type { Message, Trace } from '../compile/trace.ts';
import { mostUnderWay } from '../compile/under-way.ts';

export type RendererName = 'canvas' | 'webgl';

/** With more messages than this under way at once a graphics card is faster than the Canvas renderer. */
const CROWD = 2000;
/** WebGL on the processor, many times slower than the Canvas renderer. */
const SOFTWARE = /SwiftShader|llvmpipe|softpipe|Software|Microsoft Basic Render/i;

/** Whether a name given by WEBGL_debug_renderer_info is that of a graphics card; without a name nobody knows, so it is not. */
export function isGraphicsCard(name: unknown): boolean {
  return typeof name === 'string' && name !== '' && !SOFTWARE.test(name);
}

/** What the page's author asked for; undefined where nothing was said. */
export function askedRenderer(element: Pick<Element, 'hasAttribute'> & { readonly renderer: RendererName }): RendererName | undefined {
  return element.hasAttribute('renderer') || element.renderer === 'webgl' ? element.renderer : undefined;
}

/** The renderer for a trace: as asked for, else WebGL only for a crowd and with a graphics card, which is looked for only then. */
export function rendererFor(asked: RendererName | undefined, { messages }: Pick<Trace, 'messages'>, hasCard: () => boolean = hasGraphicsCard): RendererName {
  return asked ?? (isCrowd(messages) && hasCard() ? 'webgl' : 'canvas');
}

const crowds = new WeakMap<readonly Message[], boolean>();

function isCrowd(messages: readonly Message[]): boolean {
  if (messages.length <= CROWD) return false;
  const known = crowds.get(messages) ?? mostUnderWay(messages) > CROWD;
  crowds.set(messages, known);
  return known;
}

let card: boolean | undefined;

/** Asks a WebGL context, once for the page, and gives it back: a page may have only a few of them. */
function hasGraphicsCard(): boolean {
  if (card !== undefined) return card;
  const gl = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  card = isGraphicsCard(info && gl?.getParameter(info.UNMASKED_RENDERER_WEBGL));
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return card;
}
