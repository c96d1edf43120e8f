import type { DeckLanguage } from './deck-options.ts';

/** What the deck says itself; everything else is the session's. */
export interface DeckWords {
  readonly position: string;
  readonly agenda: string;
  readonly minutes: (count: number) => string;
  readonly part: (number: number) => string;
  readonly total: (count: number) => string;
  readonly step: (number: number, count: number) => string;
  readonly steps: (count: number) => string;
  readonly appendix: string;
  readonly appendixHint: string;
  readonly back: string;
  readonly openInApp: string;
  readonly start: string;
  readonly pause: string;
  readonly resume: string;
  readonly reset: string;
  readonly timer: (title: string) => string;
  readonly timeIsUp: string;
  readonly discussion: string;
  readonly round: (number: number, count: number) => string;
  readonly layers: string;
  readonly why: string;
  readonly handout: string;
  readonly print: string;
  readonly otherLanguage: string;
  readonly toApp: string;
  readonly keys: string;
  readonly thanks: string;
}

const KO: DeckWords = {
  position: '교과과정에서의 위치',
  agenda: '진행 순서',
  minutes: (count) => `${count}분`,
  part: (number) => `${number}부`,
  total: (count) => `전체 ${count}분`,
  step: (number, count) => `${number} / ${count}`,
  steps: (count) => `${count}단계`,
  appendix: '부록: 질문이 나오면 여는 시나리오',
  appendixHint: '고르면 바로 열립니다. 발표 흐름에는 들어가지 않습니다.',
  back: '돌아가기',
  openInApp: '앱에서 열기',
  start: '시작',
  pause: '일시 정지',
  resume: '계속',
  reset: '처음부터',
  timer: (title) => `${title} 타이머`,
  timeIsUp: '시간이 다 됐습니다',
  discussion: '그룹 토론',
  round: (number, count) => `${number} / ${count}`,
  layers: '다섯 계층',
  why: '이유',
  handout: '교안',
  print: 'PDF로 인쇄',
  otherLanguage: 'English',
  toApp: 'Hopline 앱',
  keys: '다음 → · 개요 O · 발표자 화면 S · 타이머 T · 도움말 ?',
  thanks: '감사합니다',
};

const EN: DeckWords = {
  position: 'Where this stands in the course',
  agenda: 'Agenda',
  minutes: (count) => `${count} min`,
  part: (number) => `Part ${number}`,
  total: (count) => `${count} minutes in all`,
  step: (number, count) => `${number} / ${count}`,
  steps: (count) => `${count} steps`,
  appendix: 'Appendix: scenarios for your questions',
  appendixHint: 'Pick one and it opens. They are not part of the talk.',
  back: 'Back',
  openInApp: 'Open in the app',
  start: 'Start',
  pause: 'Pause',
  resume: 'Resume',
  reset: 'Start over',
  timer: (title) => `Timer: ${title}`,
  timeIsUp: 'Time is up',
  discussion: 'Group discussion',
  round: (number, count) => `${number} / ${count}`,
  layers: 'Five layers',
  why: 'Why',
  handout: 'Handout',
  print: 'Print as PDF',
  otherLanguage: '한국어',
  toApp: 'Hopline app',
  keys: 'Next → · overview O · speaker view S · timer T · help ?',
  thanks: 'Thank you',
};

/** The deck's words in one of its two languages. */
export function deckWords(language: DeckLanguage): DeckWords {
  return language === 'ko' ? KO : EN;
}
