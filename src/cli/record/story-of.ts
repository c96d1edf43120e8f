import type { Scenario } from '../../scenario/model.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { RecordOrder } from '../record-order.ts';

let last: { readonly key: string; readonly scenario: Promise<Scenario> } | undefined;

/**
 * The story of an order; rejects where it does not play. The last one is kept: its pieces, languages and themes are made one after the other, and what is
 * worked out for a story is worked out once.
 */
export function storyOf({ file, texts }: Pick<RecordOrder, 'file' | 'texts'>): Promise<Scenario> {
  const key = JSON.stringify([file, texts]);
  if (last?.key !== key) last = { key, scenario: parse(file, texts) };
  return last.scenario;
}

async function parse(file: string, texts: RecordOrder['texts']): Promise<Scenario> {
  const read = async (address: string): Promise<string> => texts[address] ?? Promise.reject(new Error('There is no such file.'));
  const { scenario } = await parseScenario({ file, text: texts[file] ?? '', read });
  if (!scenario) throw new Error(`${file} does not play.`);
  return scenario;
}
