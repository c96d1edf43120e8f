/** A priority queue of numbers: smallest cost first, ties by insertion, so that equal inputs give equal results. */
export class Heap {
  private costs = new Float64Array(1024);
  private orders = new Int32Array(1024);
  private items = new Int32Array(1024);
  private count = 0;
  private inserted = 0;

  get size(): number {
    return this.count;
  }

  clear(): void {
    this.count = 0;
    this.inserted = 0;
  }

  push(item: number, cost: number): void {
    if (this.count === this.costs.length) this.grow();
    const order = this.inserted++;
    let at = this.count++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((this.costs[up] as number) <= cost) break;
      this.move(up, at);
      at = up;
    }
    this.set(at, item, cost, order);
  }

  /** The item of least cost; the heap must not be empty. */
  pop(): number {
    const top = this.items[0] as number;
    const last = --this.count;
    const [item, cost, order] = [this.items[last] as number, this.costs[last] as number, this.orders[last] as number];
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= last) break;
      if (down + 1 < last && this.less(down + 1, down)) down++;
      if (cost < (this.costs[down] as number) || (cost === this.costs[down] && order < (this.orders[down] as number))) break;
      this.move(down, at);
      at = down;
    }
    if (last > 0) this.set(at, item, cost, order);
    return top;
  }

  private less(a: number, b: number): boolean {
    const difference = (this.costs[a] as number) - (this.costs[b] as number);
    return difference < 0 || (difference === 0 && (this.orders[a] as number) < (this.orders[b] as number));
  }

  private set(at: number, item: number, cost: number, order: number): void {
    this.items[at] = item;
    this.costs[at] = cost;
    this.orders[at] = order;
  }

  private move(from: number, to: number): void {
    this.set(to, this.items[from] as number, this.costs[from] as number, this.orders[from] as number);
  }

  private grow(): void {
    const larger = <T extends Float64Array | Int32Array>(made: T, old: T): T => { made.set(old); return made; };
    this.costs = larger(new Float64Array(this.costs.length * 2), this.costs);
    this.orders = larger(new Int32Array(this.orders.length * 2), this.orders);
    this.items = larger(new Int32Array(this.items.length * 2), this.items);
  }
}
