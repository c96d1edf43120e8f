import { basename, resolve } from 'node:path';
import { BrowserError } from './browser.ts';
import { findScenarios } from './documents.ts';
import { areThere, filesOf, manifestName } from './job-files.ts';
import { interruptible, untilAborted } from './interruptible.ts';
import { hasManifest, manifestOf } from './record-manifest.ts';
import { ProgressBoard } from './progress-board.ts';
import { carryOut, isPlayed, plannedReport, reportLine, type RecordJob, type RecordReport } from './record-job.ts';
import { numberOf, type RecordOptions } from './record-options.ts';
import { jobsFor } from './record-jobs.ts';
import { productsOf, shardOf } from './record-products.ts';
import { SessionRow } from './session-row.ts';
import { Sources } from './record-sources.ts';
import { isMade } from './record-stamp.ts';
import { storeText } from './store-text.ts';
import { UserError, type Terminal } from './terminal.ts';

const MOST_JOBS = 64;

/** `hopline record`: scenarios become films or pictures; the exit code is 0 where all are written, 1 where some are not, 130 where Ctrl+C came first. */
export async function recordCommand(files: readonly string[], options: RecordOptions, terminal: Terminal, version: string): Promise<number> {
  const workers = numberOf('--jobs', options.jobs ?? '1', 1, MOST_JOBS);
  const products = productsOf(await findScenarios(files, terminal.cwd), options);
  const share = shardOf(products, options.shard, options.firstShard);
  if (share.length === 0) terminal.err(`This share is empty: there are more shares than files to make (${products.length}).`);
  // All that can be wrong in what was asked for is said before anything is made.
  const jobs: RecordJob[] = [];
  const sources = new Sources(terminal.cwd);
  for (const product of share) jobs.push(...(await jobsFor(product, sources, version, options.manifest ? 'too' : 'none')));
  return interruptible(terminal, async (signal) => {
    const run = new Run(jobs, options, terminal, version, signal);
    // All end before anything is said of how it went, so that nothing half is left behind.
    const ends = await Promise.allSettled(Array.from({ length: Math.min(workers, jobs.length) }, () => run.work()));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    if (options.json) terminal.out(JSON.stringify(run.told, null, 2));
    return run.failed ? 1 : 0;
  });
}

/** Jobs that are made one after the other by any number of workers, each with a browser of its own. */
class Run {
  readonly reports: RecordReport[] = [];
  failed = false;
  private next = 0;
  private readonly board: ProgressBoard;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly jobs: readonly RecordJob[], private readonly options: RecordOptions, private readonly terminal: Terminal,
    private readonly version: string, private readonly signal: AbortSignal,
  ) {
    this.board = new ProgressBoard(jobs.map((job) => ({ name: basename(job.written), frames: plannedReport(job).frames })), terminal);
  }

  /** What was made, for other programs: each with the names of all its files. */
  get told(): object[] {
    const { jobs, options } = this;
    return this.reports.flatMap((report, at) => (jobs[at] ? [{ ...report, prints: undefined, files: filesOf(jobs[at], options.manifest ?? false) }] : []));
  }

  /** Takes jobs until none is left. A browser is started when there is something for it to do, and anew after a failure, which may have been its own. */
  async work(): Promise<void> {
    const browsers = new SessionRow();
    try {
      for (let at = this.next++; at < this.jobs.length; at = this.next++) {
        const job = this.jobs[at] as RecordJob;
        if (await this.isMade(job)) this.tell({ ...plannedReport(job), skipped: true }, at);
        else if (!(await this.make(job, at, browsers))) await browsers.close();
      }
    } catch (error) {
      this.next = this.jobs.length;
      throw error;
    } finally {
      await browsers.end();
      // What an interrupted job leaves behind is taken away before anyone looks.
      await Promise.allSettled(this.underWay);
    }
  }

  private async isMade({ order, written, beside }: RecordJob): Promise<boolean> {
    if (this.options.force) return false;
    const { cwd } = this.terminal;
    const { stamp } = order.tags;
    if (!(await isMade(resolve(cwd, written), order, stamp)) || !(await areThere(beside.map(({ path }) => path), cwd))) return false;
    return !this.options.manifest || hasManifest(resolve(cwd, manifestName(written)), stamp);
  }

  /** Whether it was made. One that fails does not keep the others from being made, unless nothing can be. */
  private async make(job: RecordJob, at: number, browsers: SessionRow): Promise<boolean> {
    const several = this.jobs.length > 1;
    try {
      const making = carryOut(job, { cwd: this.terminal.cwd, browsers, onProgress: this.board.follow(at), remark: (text) => this.terminal.err(text) });
      this.underWay.add(making);
      const report = await untilAborted(making, this.signal);
      this.underWay.delete(making);
      if (report.prints) await storeText(resolve(this.terminal.cwd, manifestName(job.written)), manifestOf(job.order, report, this.version));
      this.tell(report, at);
      return true;
    } catch (error) {
      if (this.signal.aborted || !several || !(error instanceof UserError) || error instanceof BrowserError) throw error;
      this.failed = true;
      this.board.end(at, false);
      this.terminal.err(`${job.written}: ${error.message}`);
      return false;
    }
  }

  private tell(report: RecordReport, at: number): void {
    this.reports[at] = report;
    this.board.end(at, !report.skipped);
    const work = this.jobs[at]?.order.work;
    if (!this.options.json) this.terminal.out(reportLine(report, work !== undefined && isPlayed(work)));
  }
}
