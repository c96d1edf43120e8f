import { VERSION } from '../shared/version.ts';

/** Where a page notes that it was told of its second copy. */
const TOLD = Symbol.for('hopline.second-copy-told');

/** Makes elements known by their names. Outside browsers there is nothing to register with. */
export function register(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  if (typeof window === 'undefined') return;
  for (const [name, element] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, element);
}

/** Whether another copy of Hopline has come first: then this one leaves the page to it, and says so once on the page's console. */
export function isSecondCopy(name: string, own: CustomElementConstructor): boolean {
  const first = typeof window === 'undefined' ? undefined : customElements.get(name) as (CustomElementConstructor & { version?: string; [TOLD]?: boolean }) | undefined;
  if (!first || first === own) return false;
  if (!first[TOLD]) {
    console.warn(`Hopline ${first.version ?? '(of an unknown version)'} is on this page already; a second copy (${VERSION}) is not used. Load one of them only.`);
    first[TOLD] = true;
  }
  return true;
}
