import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ask } from './app-request.ts';
import './drop-target.ts';
import { pickedFiles } from './dropped-files.ts';
import { formatLink } from './link.ts';
import { appMessagesIn } from './messages.ts';
import { openedNotice } from './opened-notice.ts';
import type { OpenedFiles, PickedFile } from './own-files.ts';
import type { OwnLibrary } from './own-library.ts';
import './problem-report.ts';
import type { ProblemReport, Report } from './problem-report.ts';

/** Opens files of the viewer's own, dropped or picked, and shows what is wrong with those that do not open. */
@customElement('hopline-file-opener')
export class FileOpener extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  @property({ attribute: false }) library!: OwnLibrary;
  @property({ attribute: false }) language = 'en';
  @query('input') private readonly picker!: HTMLInputElement;
  @query('hopline-problem-report') private readonly problems!: ProblemReport;

  /** Has the browser ask for files; only within a click or a key press. */
  pick(): void {
    this.picker.click();
  }

  /** Opens files, goes to the first scenario among them, and says what came of it. */
  async open(files: readonly PickedFile[]): Promise<void> {
    const opened = await this.library.open(files, appMessagesIn(this.language));
    const [first] = opened.scenarios;
    if (first) ask(this, { type: 'go', fragment: formatLink({ scenario: first.entry.path, path: {} }) });
    if (opened.diagnostics.length > 0) this.report(opened);
    else if (first) ask(this, { type: 'tell', notice: openedNotice(first, opened.texts, this.language, this.show) });
  }

  /** Shows what is wrong with files. */
  report({ diagnostics, texts }: OpenedFiles): void {
    this.show({ title: appMessagesIn(this.language).problems(diagnostics[0]?.file ?? ''), diagnostics, texts });
  }

  override render(): TemplateResult {
    return html`
      <hopline-drop-target .language=${this.language}></hopline-drop-target>
      <hopline-problem-report .language=${this.language}></hopline-problem-report>
      <input type="file" hidden multiple accept=".yaml,.yml,.json" @change=${this.onPicked} />
    `;
  }

  private readonly show = (report: Report): void => void this.problems.show(report);

  private readonly onPicked = (): void => {
    const files = pickedFiles(this.picker.files ?? []);
    // The same file can be picked again after it was mended.
    this.picker.value = '';
    if (files.length > 0) void this.open(files);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-file-opener': FileOpener;
  }
}
