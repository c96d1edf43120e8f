import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { formatPath } from '../../../src/scenario/findings.ts';
import type { Finding } from '../../../src/check/finding.ts';
import type { Rule, Subject } from '../../../src/check/subject.ts';

const ARCHITECTURE = `
hopline: 1
id: shop
title: Shop
components:
  web:
    title: Web
    parts:
      cart:
        title: Cart
  orders:
    title: Orders
  stock:
    title: Stock
edges:
  - web -> orders
`;

/** A valid scenario with these steps (and whatever stands before them), in a small shop or in an architecture of its own. Throws where it is not valid. */
export async function story(steps: string, before = '', architecture = ARCHITECTURE): Promise<Scenario> {
  const text = `hopline: 1\nid: test\narchitecture: ./shop.yaml\ntitle: Test\n${before}steps:\n${steps}`;
  const { scenario, diagnostics } = await parseScenario({ file: 'test.yaml', text, read: async () => architecture });
  if (!scenario) throw new Error(JSON.stringify(diagnostics, null, 2));
  return scenario;
}

/** What a rule finds in a scenario whose map and runs it does not look at, as `code path`. */
export function found(rule: Rule, scenario: Scenario, more: Partial<Subject> = {}): string[] {
  const map = { size: { width: 0, height: 0 }, nodes: new Map(), groups: new Map(), routes: new Map(), labels: new Map() };
  return rule({ scenario, map, runs: [], ...more }).map(line);
}

/** A finding in one line. */
export function line(finding: Finding): string {
  return `${finding.code} ${finding.document === 'architecture' ? 'architecture: ' : ''}${formatPath(finding.path)}`;
}
