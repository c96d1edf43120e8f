import { bundleWords } from '../../bundle/bundle-words.ts';
import type { StepMark, Trace } from '../../compile/trace.ts';
import { citationLink } from '../../elements/citation.ts';
import { languageName } from '../../elements/messages.ts';
import { esc } from '../../export/svg/markup.ts';
import { UNTAGGED, type Lang } from '../../shared/text.ts';
import { inLanguages, shownIn, spoken, spokenText } from './bundle-markup.ts';
import type { BundleSource } from './bundle-sources.ts';

/** Links of a bundle lead to the open web alone: what is relative has nothing beside the file to lead to. */
const NOWHERE = 'https://bundle.invalid/';

/** The gallery: a card for each scenario. `covers` are the pictures of a scenario, one for each of its languages. */
export function galleryMarkup(title: string, sources: readonly BundleSource[], languages: readonly Lang[], covers: (source: BundleSource) => string): string {
  const buttons = languages.map((lang) => `<button type="button" data-language="${esc(lang)}" lang="${esc(lang)}">${esc(languageName(lang))}</button>`);
  const name = languages.map((lang) => bundleWords(lang).language).join(' / ');
  const choice = languages.length > 1 ? `<div class="languages" role="group" aria-label="${esc(name)}">${buttons.join('')}</div>` : '';
  const cards = sources.map((source) => `<li>${cardMarkup(source, languages, covers(source))}</li>`);
  return `<section id="hopline-gallery"><header><h1>${title}</h1>${choice}</header>\n<ul class="cards">\n${cards.join('\n')}\n</ul></section>`;
}

function cardMarkup({ id, scenario }: BundleSource, languages: readonly Lang[], cover: string): string {
  const { title, summary, steps, levels, languages: own } = scenario;
  const facts = [
    spoken(languages, (lang) => bundleWords(lang).steps(steps.length)),
    ...(levels.length > 1 ? [spoken(languages, (lang) => bundleWords(lang).levels(levels.length))] : []),
    ...(own.length > 1 ? own.map((lang) => `<span lang="${esc(lang)}">${esc(languageName(lang))}</span>`) : []),
  ];
  return `<a class="card" href="#${esc(id)}">${cover}<div class="about"><h2>${spokenText(title, languages, own)}</h2><p>${spokenText(summary, languages, own)}</p>`
    + `<div class="facts">${facts.map((fact) => `<span class="fact">${fact}</span>`).join('')}</div></div></a>`;
}

/** A story to read, in each of its languages: what is there where no script runs, and on paper. */
export function articleMarkup({ id, scenario, traces }: BundleSource, languages: readonly Lang[], cover: string, level: 1 | 2): string {
  const { title, summary, languages: own } = scenario;
  const steps = traces.map((trace) => {
    const { lang } = trace.variant;
    const where = traces.length > 1 ? inLanguages(shownIn(lang, own, languages)) : '';
    return `<div${where}><ol class="steps"${lang === UNTAGGED ? '' : ` lang="${esc(lang)}"`}>\n${trace.steps.map((step) => stepMarkup(step, trace)).join('\n')}\n</ol></div>`;
  });
  return `<article id="${esc(id)}"><h${level}>${spokenText(title, languages, own)}</h${level}><p class="summary">${spokenText(summary, languages, own)}</p>${cover}${steps.join('\n')}</article>`;
}

function stepMarkup(step: StepMark, { variant: { lang }, scenario: { languages } }: Trace): string {
  const sources = step.cite.flatMap((cite) => {
    const link = citationLink(cite, NOWHERE, lang, languages);
    return link && !link.href.startsWith(NOWHERE) ? [`<a href="${esc(link.href)}" target="_blank" rel="noopener noreferrer">${esc(link.label)}</a>`] : [];
  });
  return `<li data-step="${esc(step.id)}"><h3>${step.number}. ${esc(step.title)}</h3><p>${esc(step.say)}</p>`
    + `${step.aside ? `<p class="aside">${esc(step.aside)}</p>` : ''}${sources.length > 0 ? `<p class="sources">${esc(bundleWords(lang).sources)}: ${sources.join(', ')}</p>` : ''}</li>`;
}
