import { playersIn, type Deck } from './deck.ts';

/**
 * Puts the players of the audience's window and of the speaker's current slide in step: reveal itself keeps their slides and fragments together, but
 * knows nothing of what somebody does in a player. Without a speaker's window two tabs with the same deck stay apart. A player with a `sync` of its own keeps it.
 */
export function syncWithSpeaker(deck: Deck, signal: AbortSignal): void {
  if (deck.isSpeakerNotes()) {
    // The preview of what comes next tells reveal nothing, and must be nobody's leader.
    if (new URLSearchParams(location.search).get('postMessageEvents') === 'true') join(deck);
    return;
  }
  const waiting = new AbortController();
  window.addEventListener('message', (event) => {
    if (!isFromSpeaker(event)) return;
    waiting.abort();
    join(deck);
  }, { signal: AbortSignal.any([signal, waiting.signal]) });
}

function join(deck: Deck): void {
  const players = playersIn(deck.getSlidesElement() ?? document);
  for (const [index, player] of players.entries()) player.sync ||= `deck ${location.pathname} ${index}`;
}

/** The speaker's window says so when it has opened, and every second afterwards. */
function isFromSpeaker({ data, origin }: MessageEvent<unknown>): boolean {
  if (typeof data !== 'string' || origin !== location.origin || !data.includes('reveal-notes')) return false;
  try {
    return (JSON.parse(data) as { namespace?: unknown } | null)?.namespace === 'reveal-notes';
  } catch {
    return false;
  }
}
