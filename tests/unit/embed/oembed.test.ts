import { describe, expect, it } from 'vitest';
import { oEmbedFor } from '../../../src/embed/oembed.ts';

const ADDRESS = 'https://docs.example/hopline/#src=order.yaml&lang=en';

describe('an oEmbed document', () => {
  it('has what the type rich needs, with the address in a closed frame', () => {
    const { html, ...rest } = oEmbedFor(ADDRESS, { title: 'An "order" & <more>' });
    expect(rest).toEqual({ version: '1.0', type: 'rich', provider_name: 'Hopline', provider_url: 'https://docs.example/hopline/', title: 'An "order" & <more>', width: 960, height: 768 });
    expect(html).toBe(
      '<iframe src="https://docs.example/hopline/#src=order.yaml&amp;lang=en" title="An &quot;order&quot; &amp; &lt;more>" width="960" height="768" style="max-width: 100%; border: 0"'
      + ' loading="lazy" allow="fullscreen" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>',
    );
  });

  it('keeps to the room that there is', () => {
    expect(oEmbedFor(ADDRESS, { maxwidth: 640 })).toMatchObject({ width: 640, height: 588 });
    expect(oEmbedFor(ADDRESS, { maxwidth: 4000, maxheight: 500 })).toMatchObject({ width: 960, height: 500 });
    expect(oEmbedFor(`${ADDRESS}&controls=0`, { maxwidth: 640 })).toMatchObject({ width: 640, height: 360 });
    for (const nonsense of [0, -1, Number.NaN]) expect(oEmbedFor(ADDRESS, { maxwidth: nonsense, maxheight: nonsense })).toMatchObject({ width: 960, height: 768 });
  });

  it('names a picture of the story', () => {
    expect(oEmbedFor(ADDRESS, { thumbnail: { url: 'https://docs.example/order.png', width: 640, height: 360 } })).toMatchObject({
      thumbnail_url: 'https://docs.example/order.png', thumbnail_width: 640, thumbnail_height: 360,
    });
  });

  it.each(['embed/#src=a', 'javascript:alert(1)', 'file:///a', ''])('is not made for %s', (address) => {
    expect(() => oEmbedFor(address)).toThrow(TypeError);
  });
});
