import type { Choice, ChoiceId, OptionId } from './model.ts';

/** An option for each choice. */
export type ChoicePath = ReadonlyMap<ChoiceId, OptionId>;

/** The default path, and for each other option the path that differs from it in this one: every option is met, without all combinations. */
export function pathsToCheck(choices: readonly Choice[]): ChoicePath[] {
  const fallback = new Map(choices.map((choice) => [choice.id, choice.default]));
  const others = choices.flatMap((choice) =>
    choice.options.filter((option) => option.id !== choice.default).map((option) => new Map(fallback).set(choice.id, option.id)),
  );
  return [fallback, ...others];
}

/** ` with proxy-mode: iptables`; nothing for the default path. */
export function pathInWords(path: ChoicePath, choices: readonly Choice[]): string {
  const other = choices.filter((choice) => path.get(choice.id) !== choice.default).map((choice) => `${choice.id}: ${path.get(choice.id)}`);
  return other.length > 0 ? ` with ${other.join(', ')}` : '';
}
