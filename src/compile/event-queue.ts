/** Something that is due at a point of simulated time. */
export interface QueuedEvent {
  /** Integer microseconds. */
  readonly until: number;
  /** Lower comes first among events of the same time. */
  readonly priority: number;
  /** Place of its action in the document; lower comes first among equals. */
  readonly order: number;
  /** The queue's own: which was pushed first. */
  sequence: number;
}

/** A binary heap of events: by time, then priority, then document order, then the order in which they were pushed. */
export class EventQueue<T extends QueuedEvent> {
  private readonly heap: T[] = [];
  private pushed = 0;

  get size(): number {
    return this.heap.length;
  }

  push(event: T): void {
    event.sequence = this.pushed++;
    let index = this.heap.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = this.heap[parent] as T;
      if (!isBefore(event, above)) break;
      this.heap[index] = above;
      index = parent;
    }
    this.heap[index] = event;
  }

  /** The event that is next; undefined when there is none. */
  pop(): T | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first;
    this.sinkFromTop(last);
    return first;
  }

  private sinkFromTop(event: T): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as T, heap[child] as T)) child++;
      if (!isBefore(heap[child] as T, event)) break;
      heap[index] = heap[child] as T;
      index = child;
    }
    heap[index] = event;
  }
}

function isBefore(a: QueuedEvent, b: QueuedEvent): boolean {
  return (a.until - b.until || a.priority - b.priority || a.order - b.order || a.sequence - b.sequence) < 0;
}
