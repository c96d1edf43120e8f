import { isScalar } from 'yaml';
import type { Node } from 'yaml';
import type { Lang, LocalizedText } from '../shared/text.ts';
import type { Loose, TextDocument } from './documents.ts';
import type { Findings } from './findings.ts';
import type { Path, SourceDocument } from './source.ts';

/** In the place of a required text that is missing, which the schema reported. */
export const NO_TEXT: LocalizedText = { und: '' };

/** A comment on the line of a text swallows the rest of it. */
const COMMENT_BEHIND = /^[ \t]+#/;

/** Reads the texts of one document: collects their languages and warns of what is missing or most likely cut off. */
export class Texts {
  /** The languages met, in their order. */
  readonly languages = new Set<Lang>();
  private readonly document: SourceDocument;
  private readonly findings: Findings;
  private readonly promised: readonly Lang[];

  constructor(document: SourceDocument, findings: Findings, promised: readonly Lang[]) {
    this.document = document;
    this.findings = findings;
    this.promised = promised;
  }

  /**
   * The text of `parent[key]`. A sentence (`prose`) that is not a map of languages misses all promised ones; a name or label may be the
   * same in all.
   */
  read(
    parent: object | undefined,
    key: string | number,
    value: Loose<TextDocument> | null | undefined,
    path: Path,
    prose = false,
  ): LocalizedText | undefined {
    if (value === undefined || value === null) return undefined;
    const at = [...path, key];
    if (typeof value === 'string') {
      this.checkCutOff(parent && this.document.entryOf(parent, String(key))?.value, at);
      if (prose && this.promised.length > 1) this.missing(this.promised, at);
      return { und: value };
    }
    return this.languageMap(value as Readonly<Record<Lang, string | null | undefined>>, at);
  }

  private languageMap(map: Readonly<Record<Lang, string | null | undefined>>, path: Path): LocalizedText {
    const texts: Record<Lang, string> = {};
    const flow = this.document.nodeOf(map)?.flow === true;
    if (flow) {
      const hint = 'In braces a comma ends the text: write one line per language. `hopline fmt` does it.';
      this.findings.warning(
        'flow-text',
        'A map of languages stands in braces.',
        { document: this.document, path },
        { found: '{ … }', expected: 'one line per language', hint },
      );
    }
    for (const [lang, text] of Object.entries(map)) this.languageEntry(map, lang, text, texts, path);
    this.missing(
      this.promised.filter((lang) => !(lang in map)),
      path,
    );
    return texts;
  }

  private languageEntry(map: object, lang: Lang, text: string | null | undefined, texts: Record<Lang, string>, path: Path): void {
    const at = [...path, lang];
    if (typeof text === 'string') {
      texts[lang] = text;
      this.languages.add(lang);
      this.checkCutOff(this.document.entryOf(map, lang)?.value, at);
    } else if (text === null) {
      const hint = 'Write the text, or leave the language out.';
      this.findings.warning(
        'empty-text',
        `The text for \`${lang}\` is empty.`,
        { document: this.document, path: at, on: 'key' },
        { found: 'nothing', hint },
      );
    }
  }

  private missing(languages: readonly Lang[], path: Path): void {
    if (languages.length === 0) return;
    const expected = this.promised.join(', ');
    const message = `The promised text for ${languages.map((lang) => `\`${lang}\``).join(' and ')} is missing.`;
    this.findings.warning('missing-language', message, { document: this.document, path, on: 'key' }, { expected });
  }

  private checkCutOff(node: Node | null | undefined, path: Path): void {
    if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return;
    const end = node.range[1];
    const lineEnd = this.document.text.indexOf('\n', end);
    const behind = this.document.text.slice(end, lineEnd < 0 ? undefined : lineEnd);
    if (!COMMENT_BEHIND.test(behind)) return;
    const place = { document: this.document, path, offset: end + behind.indexOf('#') };
    const hint = 'Put the text in quotes if it has a `#`; else move the comment to a line of its own.';
    this.findings.warning('comment-in-text', 'What follows ` #` is a comment, not part of the text.', place, {
      found: behind.trim().slice(0, 60),
      hint,
    });
  }
}
