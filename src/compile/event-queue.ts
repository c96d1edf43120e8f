/** Something that is due at a point of simulated time. */
export interface QueuedEvent<T> {
  /** Integer microseconds. */
  readonly time: number;
  /** Lower runs first among events of the same time. */
  readonly priority: number;
  /** Place of its action in the document; lower runs first among equals. */
  readonly order: number;
  readonly item: T;
}

interface Entry<T> extends QueuedEvent<T> {
  readonly sequence: number;
}

/** A binary heap of events: by time, then priority, then document order, then the order in which they were pushed. */
export class EventQueue<T> {
  private readonly heap: Entry<T>[] = [];
  private pushed = 0;

  get size(): number {
    return this.heap.length;
  }

  push(time: number, priority: number, order: number, item: T): void {
    const entry: Entry<T> = { time, priority, order, item, sequence: this.pushed++ };
    let index = this.heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = this.heap[parent] as Entry<T>;
      if (!isBefore(entry, above)) break;
      this.heap[index] = above;
      index = parent;
    }
    this.heap[index] = entry;
  }

  /** The event that is next; undefined when there is none. */
  pop(): QueuedEvent<T> | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first;
    this.sinkFromTop(last);
    return first;
  }

  private sinkFromTop(entry: Entry<T>): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Entry<T>, heap[child] as Entry<T>)) child++;
      if (!isBefore(heap[child] as Entry<T>, entry)) break;
      heap[index] = heap[child] as Entry<T>;
      index = child;
    }
    heap[index] = entry;
  }
}

function isBefore(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return (a.time - b.time || a.priority - b.priority || a.order - b.order || a.sequence - b.sequence) < 0;
}
