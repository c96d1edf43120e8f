/** One player over the whole window; every attribute may be given in the address: `player.html?src=…&level=2&lang=ko`. */
import '../../../src/elements/define.ts';

const player = document.querySelector('hopline-player')!;
for (const [name, value] of new URLSearchParams(location.search)) player.setAttribute(name, value);
