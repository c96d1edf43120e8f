/** Makes elements known by their names. A second copy on a page leaves the first alone; outside browsers there is nothing to register with. */
export function register(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  if (typeof window === 'undefined') return;
  for (const [name, element] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, element);
}
