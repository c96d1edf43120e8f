/** Remembers how far down a page of the app somebody was, so that they find their place again when they come back by the browser's button. */
export class PlaceKeeper {
  private readonly byAddress = new Map<string, number>();
  private address = location.hash;

  /** The place of the address that is open now is known from an earlier visit. */
  get known(): boolean {
    return this.byAddress.has(location.hash);
  }

  /** Notes the place in what is still on the page; the address may be that of the next page already. */
  leave(): void {
    if (this.address !== location.hash) this.byAddress.set(this.address, window.scrollY);
    this.address = location.hash;
  }

  /** Goes to where it was left, once, with nothing moving. */
  restore(): void {
    const top = this.byAddress.get(location.hash) ?? 0;
    this.byAddress.delete(location.hash);
    window.scrollTo({ top, behavior: 'instant' });
  }
}
