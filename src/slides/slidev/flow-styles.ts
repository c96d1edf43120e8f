/** A flow takes what its slide has left; elsewhere, in a column for instance, it has a shape of its own. */
const RULES = `
.hopline-flow { position: relative; box-sizing: border-box; width: 100%; aspect-ratio: 16 / 10; min-height: 8rem; border-radius: 12px; overflow: clip; margin-block: 8px; }
.hopline-flow:has(> hopline-player[controls]) { aspect-ratio: 1; overflow: auto; }
.slidev-layout:has(> .hopline-flow) { display: flex; flex-direction: column; height: 100%; }
.slidev-layout > .hopline-flow { flex: 1 1 0; aspect-ratio: auto; }
.hopline-flow > hopline-player { position: absolute; inset: 0; width: auto; height: auto; }
.hopline-flow-print { position: absolute; inset: 0; display: grid; grid-template-rows: minmax(0, 1fr) auto; margin: 0; }
.hopline-flow-print > img { width: 100%; height: 100%; max-width: none; margin: 0; object-fit: contain; border-radius: 12px; }
.hopline-flow-print > img:not([src]) { visibility: hidden; }
.hopline-flow-print > figcaption { box-sizing: border-box; display: flex; gap: 0.6em; padding: 0.6em 0 0; font-family: 'Hopline Sans', system-ui, sans-serif; }
.hopline-flow-print .hopline-print-number { font-weight: 700; }
`;

let sheet: CSSStyleSheet | undefined;

/** Adds the rules to the page, once. */
export function adoptFlowStyles(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  // Before the deck's own, which may say otherwise.
  document.adoptedStyleSheets.unshift(sheet);
}
