import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import '../../../src/app/problem-report.ts';
import type { ProblemReport } from '../../../src/app/problem-report.ts';
import type { Diagnostic } from '../../../src/scenario/diagnostic.ts';

const DIAGNOSTICS: Diagnostic[] = [
  {
    severity: 'error', code: 'unknown-component', message: 'There is no component “ovem”.', file: 'bread.yaml', line: 2, column: 14,
    path: 'steps[0].do[0].call', found: 'ovem', expected: 'a component', hint: 'Did you mean “oven”?',
  },
  { severity: 'warning', code: 'x', message: '<img src=x onerror=alert(1)>', file: 'far.yaml', line: 0, column: 0, path: '' },
];

async function show(language = 'en'): Promise<ProblemReport> {
  const report = document.createElement('hopline-problem-report');
  report.language = language;
  document.body.append(report);
  await report.show({ title: 'bread.yaml', diagnostics: DIAGNOSTICS, texts: new Map([['bread.yaml', 'do:\n  call: a -> ovem\n']]) });
  await report.updateComplete;
  return report;
}

describe('the report of problems', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each with its place, its line and what helps', async () => {
    const items = [...(await show()).shadowRoot!.querySelectorAll('li')].map((item) => item.innerText.replace(/\s+/g, ' '));
    expect(items[0]).toBe(
      'ErrorThere is no component “ovem”. bread.yaml:2:14 steps[0].do[0].call 2 call: a -> ovem Found ovem Expected a component How to mend it Did you mean “oven”?',
    );
    expect(items[1]).toBe('Warning<img src=x onerror=alert(1)> far.yaml');
  });

  it('marks the word that is meant', async () => {
    expect((await show()).shadowRoot!.querySelector('mark')!.textContent).toBe('ovem');
  });

  it('counts in the language of the interface', async () => {
    expect((await show('ko')).shadowRoot!.querySelector('.count')!.textContent).toBe('오류 1개, 경고 1개');
  });

  it('is a dialog that closes', async () => {
    const report = await show();
    const dialog = report.shadowRoot!.querySelector('dialog')!;
    expect(dialog.matches(':modal')).toBe(true);
    report.shadowRoot!.querySelector<HTMLButtonElement>('.head button')!.click();
    expect(dialog.open).toBe(false);
  });

  it('has nothing that axe finds', async () => {
    const { violations } = await axe.run(await show(), { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
