/** A scenario that a player may show: by its address, or as a text that is at hand. */
export interface ScenarioSource {
  readonly id: string;
  /** For the list of scenarios. */
  readonly title?: string;
  /** Address of the file, relative to the page. */
  readonly src?: string;
  /** The text itself; needs no request. */
  readonly text?: string;
  /** Name of the text's file in diagnostics, and what the text's relative addresses are relative to. */
  readonly file?: string;
  /** Gives the files that a text names; without it the text must have its architecture inside. */
  readonly read?: (address: string) => Promise<string>;
}

/** The scenario written inside the player as `<script type="application/yaml">`, undefined where there is none, or where it is not read to its end yet. */
export function inlineSource(player: Element): ScenarioSource | undefined {
  const script = [...player.children].find((child) => child instanceof HTMLScriptElement && /^(application|text)\/(x-)?yaml$/.test(child.type));
  return script && isWhole(script) ? { id: '', text: dedent(script.textContent ?? ''), file: script.id || 'inline.yaml' } : undefined;
}

/** While a page is read, a script's text comes in pieces; it is whole when something stands behind it. */
function isWhole(script: Element): boolean {
  return document.readyState !== 'loading' || Boolean(script.nextSibling ?? script.parentElement?.nextSibling);
}

/** Takes away the indentation that the page gave all lines; keeps their number, so that diagnostics name the right one. */
function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const least = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length))).join('\n');
}
