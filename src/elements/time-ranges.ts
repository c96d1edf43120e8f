/** What `buffered`, `seekable` and `played` return: `TimeRanges` has no constructor that pages could use. Seconds. */
export class PlayerTimeRanges {
  private readonly ranges: readonly (readonly [number, number])[];

  constructor(ranges: readonly (readonly [number, number])[]) {
    this.ranges = ranges;
  }

  get length(): number {
    return this.ranges.length;
  }

  /** Throws an `IndexSizeError` where there is no such range, as media elements do. */
  start(index: number): number {
    return this.at(index)[0];
  }

  /** Throws an `IndexSizeError` where there is no such range, as media elements do. */
  end(index: number): number {
    return this.at(index)[1];
  }

  private at(index: number): readonly [number, number] {
    const range = this.ranges[index];
    if (!range) throw new DOMException(`There is no time range ${index} among ${this.length}.`, 'IndexSizeError');
    return range;
  }
}
