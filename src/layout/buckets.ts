/** A bucket holds what costs the same but for less than this (px). */
const WIDTH = 1;
const COUNT = 1 << 14;

/**
 * A priority queue of numbers by cost, the cheapest bucket first and in it what came first. Costs never fall below the one that was popped last
 * (but for less than a bucket's width); what costs more than all buckets hold shares the last one.
 */
export class Buckets {
  private readonly heads = new Int32Array(COUNT).fill(-1);
  private readonly tails = new Int32Array(COUNT);
  private items = new Int32Array(4096);
  private next = new Int32Array(4096);
  private used = 0;
  private waiting = 0;
  /** The bucket that is emptied now, and the last one that was filled. */
  private now = 0;
  private last = -1;

  get size(): number {
    return this.waiting;
  }

  clear(): void {
    if (this.waiting > 0) this.heads.fill(-1, this.now, this.last + 1);
    this.used = this.waiting = this.now = 0;
    this.last = -1;
  }

  push(item: number, cost: number): void {
    if (this.used === this.items.length) this.grow();
    const bucket = Math.max(this.now, Math.min(COUNT - 1, (cost / WIDTH) | 0));
    const at = this.used++;
    this.items[at] = item;
    this.next[at] = -1;
    if ((this.heads[bucket] as number) < 0) this.heads[bucket] = at;
    else this.next[this.tails[bucket] as number] = at;
    this.tails[bucket] = at;
    if (bucket > this.last) this.last = bucket;
    this.waiting++;
  }

  /** What the next item costs at least; the queue must not be empty. */
  least(): number {
    while ((this.heads[this.now] as number) < 0) this.now++;
    return this.now * WIDTH;
  }

  /** The next item; the queue must not be empty. */
  pop(): number {
    while ((this.heads[this.now] as number) < 0) this.now++;
    const at = this.heads[this.now] as number;
    this.heads[this.now] = this.next[at] as number;
    this.waiting--;
    return this.items[at] as number;
  }

  private grow(): void {
    const [items, next] = [this.items, this.next];
    this.items = new Int32Array(items.length * 2);
    this.next = new Int32Array(items.length * 2);
    this.items.set(items);
    this.next.set(next);
  }
}
