import type { Lang } from '../shared/text.ts';

/** What a bundle says around its scenarios. */
export interface BundleWords {
  readonly scenarios: string;
  readonly all: string;
  readonly language: string;
  readonly steps: (count: number) => string;
  readonly levels: (count: number) => string;
  readonly picture: (title: string) => string;
  readonly sources: string;
  readonly without: string;
}

const EN: BundleWords = {
  scenarios: 'Scenarios',
  all: 'All scenarios',
  language: 'Language',
  steps: (count) => `${count} ${count === 1 ? 'step' : 'steps'}`,
  levels: (count) => `${count} levels`,
  picture: (title) => `Picture from “${title}”`,
  sources: 'Sources',
  without: 'With JavaScript these stories play as moving pictures.',
};

const KO: BundleWords = {
  scenarios: '시나리오',
  all: '전체 시나리오',
  language: '언어',
  steps: (count) => `${count}단계`,
  levels: (count) => `상세도 ${count}개`,
  picture: (title) => `“${title}”의 한 장면`,
  sources: '출처',
  without: '자바스크립트를 켜면 움직이는 그림으로 재생됩니다.',
};

/** The words in a language; English where there are none in it. */
export function bundleWords(lang: Lang): BundleWords {
  return lang.split('-', 1)[0] === 'ko' ? KO : EN;
}
