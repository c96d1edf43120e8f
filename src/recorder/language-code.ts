/** ISO 639-2 codes, by which containers name languages. */
const CODES: Readonly<Record<string, string>> = { ko: 'kor', en: 'eng', ja: 'jpn', zh: 'zho', de: 'deu', fr: 'fra', es: 'spa', pt: 'por', it: 'ita' };

/** The name that containers have for a language, by its BCP 47 tag. */
export function languageCode(lang: string): string {
  return CODES[lang.split('-', 1)[0] ?? ''] ?? 'und';
}
