/** Seconds that were played: ranges in order that neither overlap nor touch. */
export class PlayedRanges {
  /** In order. */
  readonly ranges: [number, number][] = [];
  private from: number | undefined;

  /** Playing goes on elsewhere, or ends. */
  jump(): void {
    this.from = undefined;
  }

  /** Playing has reached a time. */
  reach(time: number): void {
    const from = Math.min(this.from ?? time, time);
    this.from = time;
    const touched = this.ranges.filter(([start, end]) => start <= time && end >= from);
    const start = Math.min(from, ...touched.map((range) => range[0]));
    const end = Math.max(time, ...touched.map((range) => range[1]));
    const rest = this.ranges.filter((range) => !touched.includes(range));
    this.ranges.splice(0, this.ranges.length, ...[...rest, [start, end] as [number, number]].sort((a, b) => a[0] - b[0]));
  }
}
