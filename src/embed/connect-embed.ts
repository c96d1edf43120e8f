import type { TextFile } from '../shared/packed-files.ts';
import { PROTOCOL, type EmbedAnswer, type EmbedArguments, type EmbedEventName, type EmbedEvents, type EmbedMessage, type EmbedSource, type EmbedState, type EmbedVerb } from './protocol.ts';
import type { EmbedSettings } from './settings.ts';

export type { EmbedEventName, EmbedEvents, EmbedSettings, EmbedSource, EmbedState, TextFile };
export type { EmbedCommand, EmbedMessage, EmbedStep, EmbedVerb } from './protocol.ts';

/** How a frame is to be connected. */
export interface ConnectOptions {
  /** Gives the frame the height that its player wants. */
  readonly fitHeight?: boolean;
  /** Seconds until the frame must have answered, from when it is in sight if it is a lazy one; 20 where nothing is said. */
  readonly patience?: number;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The player in a frame, as its page sees it. Its methods reject with what was wrong, and once the connection is closed. */
export class EmbedConnection {
  private readonly waiting = new Map<number, Waiting>();
  private readonly handlers = new Map<EmbedEventName, Set<(told: never) => void>>();
  private readonly life = new AbortController();
  private readonly target: string;
  private calls = 0;

  /** @internal Use `connectEmbed`. */
  constructor(private readonly frame: HTMLIFrameElement, private readonly fitHeight: boolean) {
    this.target = originOf(frame);
    window.addEventListener('message', (event) => this.hear(event), { signal: this.life.signal });
  }

  /** Plays; the event `play` tells when it does. */
  play(): Promise<undefined> {
    return this.call('play', {});
  }

  /** Stops where it is. */
  pause(): Promise<undefined> {
    return this.call('pause', {});
  }

  /** Goes to a time, in seconds of the variant. */
  seek(time: number): Promise<undefined> {
    return this.call('seek', { time });
  }

  /** Plays one step more; what is still running is finished at once. */
  next(): Promise<undefined> {
    return this.call('next', {});
  }

  /** Takes one step back. */
  previous(): Promise<undefined> {
    return this.call('previous', {});
  }

  /** Goes to the start of a step, by its id or its index from 0; false where there is no such step. */
  goToStep(step: string | number): Promise<boolean> {
    return this.call('goToStep', { step });
  }

  /** How the player stands. */
  getState(): Promise<EmbedState> {
    return this.call('getState', {});
  }

  /** Changes settings: level, language, view … */
  set(settings: EmbedSettings): Promise<undefined> {
    return this.call('set', { settings });
  }

  /** Shows a scenario; resolves when it is there or has failed (see `error` in the answer). */
  load(source: EmbedSource): Promise<EmbedState> {
    return this.call('load', source);
  }

  /** Calls back for every event of a name; what it returns ends that. */
  on<Name extends EmbedEventName>(name: Name, handler: (told: EmbedEvents[Name]) => void): () => void {
    const handlers = this.handlers.get(name) ?? new Set();
    this.handlers.set(name, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  /** Ends the connection; the player stays as it is. */
  close(): void {
    this.life.abort();
    for (const { reject } of this.waiting.values()) reject(new DOMException('The connection to the frame was closed.', 'AbortError'));
    this.waiting.clear();
  }

  /** @internal Says that somebody listens. Of itself it says nothing, so that it may go to a page that is only on its way. */
  async greet(): Promise<void> {
    await this.call('listen', {}, '*');
  }

  private call<Verb extends EmbedVerb>(verb: Verb, more: EmbedArguments[Verb], target = this.target): Promise<EmbedAnswer<Verb>> {
    if (this.life.signal.aborted) return Promise.reject(new DOMException('The connection to the frame was closed.', 'AbortError'));
    const id = ++this.calls;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.frame.contentWindow?.postMessage({ ...more, hopline: PROTOCOL, verb, id }, target);
    });
  }

  private hear({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== this.frame.contentWindow || (this.target !== '*' && origin !== this.target)) return;
    const message = data as EmbedMessage | null | undefined;
    if (message?.hopline !== PROTOCOL) return;
    if ('answer' in message) return this.settle(message);
    if (message.event === 'height' && this.fitHeight) this.frame.style.height = `${message.height}px`;
    // The frame has another page now, which has not been greeted.
    if (message.event === 'ready') void this.greet().catch(() => undefined);
    for (const handler of this.handlers.get(message.event) ?? []) handler(message as never);
  }

  private settle(message: Extract<EmbedMessage, { answer: unknown }>): void {
    const waiting = this.waiting.get(message.answer as number);
    this.waiting.delete(message.answer as number);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.error));
  }
}

/**
 * Connects a page with an embed page of Hopline in one of its frames. Resolves when the frame listens; rejects where it does not within the time, because
 * another page is in it or because it does not let this page speak.
 */
export async function connectEmbed(frame: HTMLIFrameElement, { fitHeight = false, patience = 20 }: ConnectOptions = {}): Promise<EmbedConnection> {
  const connection = new EmbedConnection(frame, fitHeight);
  const end = new AbortController();
  const late = seen(frame, end.signal).then(() => tooLate(frame, patience, end.signal));
  // A page that is not there yet does not hear the greeting, but says when it is.
  const there = new Promise<void>((resolve) => connection.on('ready', () => resolve()));
  try {
    await Promise.race([connection.greet(), there.then(() => connection.getState()), late]);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    end.abort();
  }
}

/** Resolves when a frame ought to have its page: at once, or when it comes into sight where the browser loads it only then. */
function seen(frame: HTMLIFrameElement, signal: AbortSignal): Promise<void> {
  if (frame.loading !== 'lazy') return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) resolve();
    });
    observer.observe(frame);
    signal.addEventListener('abort', () => observer.disconnect());
  });
}

/** Rejects after so many seconds. */
function tooLate(frame: HTMLIFrameElement, patience: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const address = frame.src || '(without an address)';
    const timer = setTimeout(() => {
      reject(new Error(`No embed page of Hopline answers in the frame ${address}. Look whether it is loaded, and whether its meta "hopline-parents" names this page.`));
    }, patience * 1000);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** The origin of the page in a frame; one in a sandbox has none that could be named. */
function originOf(frame: HTMLIFrameElement): string {
  const sandboxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return sandboxed || !frame.src ? '*' : new URL(frame.src, document.baseURI).origin;
}
