/**
 * Steps are fragments that nobody sees: only their text is wanted. What is not shown yet has to be out of the reader's way too,
 * because reveal reads a new slide out with everything in it that is displayed.
 */
const RULES = `
.hopline-steps { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; pointer-events: none; }
.hopline-steps > .fragment:not(.visible) { display: none; }
.hopline-print { display: grid; grid-template-rows: minmax(0, 1fr) auto; margin: 0; position: relative; }
.hopline-print > .hopline-print-step { display: contents; }
.hopline-print > .hopline-print-step.fragment:not(.visible) { display: none; }
.hopline-print > .hopline-print-step:has(~ .hopline-print-step.visible) { display: none; }
.hopline-print-step > img { grid-area: 1 / 1; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; object-fit: contain; }
.hopline-print-step > figcaption { grid-area: 2 / 1; display: none; gap: 0.6em; padding: 0.4em 0; }
.hopline-print[data-told] > .hopline-print-step > figcaption { display: flex; }
.hopline-print-number { font-weight: 700; }
`;

let sheet: CSSStyleSheet | undefined;

/** Adds the plugin's rules to the page, once; a constructed sheet is allowed where inline styles are not. */
export function adoptPluginStyles(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  document.adoptedStyleSheets.push(sheet);
}
