import type { Diagnostic } from '../../scenario/diagnostic.ts';
import type { DevMessage } from '../dev-message.ts';
import '../../elements/define.ts';

const player = document.querySelector('hopline-player');
const panel = document.querySelector<HTMLDetailsElement>('#findings');
const count = document.querySelector('#count');
const list = document.querySelector('#list');
if (!player || !panel || !count || !list) throw new Error('The page of hopline dev is incomplete.');

let revision = 0;
new EventSource('events').addEventListener('message', ({ data }: MessageEvent<string>) => {
  const message = JSON.parse(data) as DevMessage;
  showFindings(message.diagnostics);
  // The page may be told the same again after a broken connection.
  if (message.revision === revision) return;
  revision = message.revision;
  follow(message.src);
});

/** The first message names the file; each later one was a save: moment, variant and whether it plays stay, and the last good picture where it is broken now. */
function follow(src: string): void {
  if (!player) return;
  if (player.getAttribute('src') !== src) player.setAttribute('src', src);
  else if (player.trace) void player.reload();
  else player.load();
}

function showFindings(diagnostics: readonly Diagnostic[]): void {
  if (!panel || !count || !list) return;
  panel.hidden = diagnostics.length === 0;
  count.textContent = diagnostics.length === 1 ? '1 finding' : `${diagnostics.length} findings`;
  list.replaceChildren(...diagnostics.map(findingItem));
}

function findingItem({ severity, code, message, file, line, column, found, expected, hint }: Diagnostic): HTMLLIElement {
  const item = document.createElement('li');
  item.className = severity;
  const details = [found && `found ${found}`, expected && `expected ${expected}`, hint].filter(Boolean).join('. ');
  item.append(element('code', `${file}:${line}:${column} `), element('b', severity), ` ${message} `, element('code', code), element('small', details));
  return item;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
