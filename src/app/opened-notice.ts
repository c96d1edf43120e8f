import { textIn } from '../shared/text.ts';
import type { Notice } from './app-toast.ts';
import { appMessagesIn } from './messages.ts';
import type { OwnScenario } from './own-files.ts';
import type { Report } from './problem-report.ts';

/** What to tell when a file of the viewer's own is open; where it has warnings, they can be shown. */
export function openedNotice({ scenario, diagnostics }: OwnScenario, texts: Report['texts'], language: string, show: (report: Report) => void): Notice {
  const messages = appMessagesIn(language);
  const title = textIn(scenario.title, language, scenario.languages);
  if (diagnostics.length === 0) return { text: messages.opened(title) };
  const text = messages.openedWithWarnings(title, diagnostics.length);
  return { text, action: { name: messages.showWarnings, run: () => show({ title, diagnostics, texts }) } };
}
