import { readRequest } from './embed-address.ts';
import { frameMarkup, frameSize } from './frame-markup.ts';
import { isOn } from './settings.ts';

/** What a consumer of oEmbed asks for, and what is known of the story. Sizes are CSS px. */
export interface OEmbedOptions {
  readonly maxwidth?: number;
  readonly maxheight?: number;
  readonly title?: string;
  /** A picture of the story, by its whole address and size. */
  readonly thumbnail?: { readonly url: string; readonly width: number; readonly height: number };
}

/** An oEmbed document of the type `rich` (oembed.com). */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly provider_name: 'Hopline';
  /** Where the embed page lies. */
  readonly provider_url: string;
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}

const LEAST_WIDTH = 200;

/**
 * The oEmbed document for the address of an embed page with its story. Throws a `TypeError` for an address that is not whole, or not of the web: a consumer
 * stands on another site.
 */
export function oEmbedFor(address: string, { maxwidth, maxheight, title = 'Hopline', thumbnail }: OEmbedOptions = {}): OEmbed {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new TypeError(`oEmbed needs the whole address of an embed page, https://…, not "${address}".`);
  const { settings } = readRequest(url.search, url.hash);
  const { width, height } = frameSize({ ...room(maxwidth), ...(limit(maxheight) && { most: limit(maxheight)! }), controls: isOn(settings.controls ?? '1') });
  return {
    version: '1.0', type: 'rich', provider_name: 'Hopline', provider_url: `${url.origin}${url.pathname}`, title,
    html: frameMarkup(address, { width, height, title }), width, height,
    ...(thumbnail && { thumbnail_url: thumbnail.url, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }),
  };
}

/** A consumer that has less room than the usual width gets a frame of that width. */
function room(maxwidth: number | undefined): { width?: number } {
  const most = limit(maxwidth);
  const usual = frameSize().width;
  return most === undefined || most >= usual ? {} : { width: Math.max(LEAST_WIDTH, most) };
}

function limit(size: number | undefined): number | undefined {
  return size !== undefined && Number.isFinite(size) && size > 0 ? Math.floor(size) : undefined;
}
