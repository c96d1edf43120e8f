import type { ComplexAttributeConverter } from 'lit';
import type { Lang } from '../shared/text.ts';

/** Which option is taken in which choice. */
export type ChoicePath = Readonly<Record<string, string>>;

/** `path="proxy-mode=iptables&policy=random"`: the form that links have. */
export const pathAttribute: ComplexAttributeConverter<ChoicePath> = {
  fromAttribute: (value) => Object.fromEntries(new URLSearchParams(value ?? '')),
  toAttribute: (path) => new URLSearchParams(path).toString() || null,
};

/** A word of a closed list; anything else is the default, as with enumerated attributes of HTML. */
export function wordAttribute<T extends string>(words: readonly T[], fallback: T, empty: T = fallback): ComplexAttributeConverter<T> {
  return {
    fromAttribute: (value) => (value === '' ? empty : (words.find((word) => word === value?.toLowerCase()) ?? fallback)),
    toAttribute: (value) => value,
  };
}

/** A number within limits; anything else is the default. */
export function numberAttribute(fallback: number, least: number, most: number): ComplexAttributeConverter<number> {
  return {
    fromAttribute: (value) => {
      const number = value === null || value.trim() === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : fallback;
    },
    toAttribute: (value) => String(value),
  };
}

/** The offered language for a wanted one: itself, its primary subtag's, else the first. */
export function offeredLanguage(wanted: Lang, offered: readonly Lang[]): Lang {
  const primary = (tag: Lang): string => tag.toLowerCase().split('-', 1)[0] ?? '';
  return offered.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ?? offered.find((tag) => primary(tag) === primary(wanted)) ?? offered[0] ?? wanted;
}

/** The language that holds at an element: its own attribute's, that of what is around it (shadow hosts too), the browser's. */
export function languageAt(element: Element): Lang {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return navigator.language || 'en';
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
