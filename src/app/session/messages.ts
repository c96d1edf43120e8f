/** What the session page says itself; the rest is in the session's document. */
export interface SessionMessages {
  readonly contents: string;
  readonly agenda: string;
  readonly minutes: (count: number) => string;
  readonly facts: (scenarios: number, items: number) => string;
  readonly startDeck: string;
  readonly slides: string;
  readonly toChecklists: string;
  readonly toDiscussion: string;
  readonly notes: string;
  readonly handout: (text: string) => string;
  readonly checklists: string;
  readonly doneOf: (done: number, total: number) => string;
  readonly progress: string;
  readonly markdown: string;
  readonly json: string;
  readonly print: string;
  readonly reset: string;
  readonly resetDone: string;
  readonly undo: string;
  readonly why: string;
  readonly demonstrations: string;
  readonly keptHere: string;
  readonly road: string;
  readonly showOnRoad: (station: string) => string;
  readonly timer: string;
  readonly whole: string;
  readonly start: string;
  readonly resume: string;
  readonly pause: string;
  readonly resetTimer: string;
  readonly timerOf: (action: string, title: string) => string;
  readonly over: string;
  readonly roundOver: (title: string) => string;
  readonly timerHint: string;
  readonly starters: string;
  readonly scenarios: string;
}

const EN: SessionMessages = {
  contents: 'Contents',
  agenda: 'Agenda',
  minutes: (count) => `${count} min`,
  facts: (scenarios, items) => `${scenarios} scenarios · ${items} checklist items`,
  startDeck: 'Start the slides',
  slides: 'Slides',
  toChecklists: 'Checklists',
  toDiscussion: 'Discussion timers',
  notes: 'Presenter notes',
  handout: (text) => `Handout: ${text}`,
  checklists: 'Production checklists',
  doneOf: (done, total) => `${done} of ${total} done`,
  progress: 'Progress',
  markdown: 'Markdown',
  json: 'JSON',
  print: 'Print',
  reset: 'Clear all',
  resetDone: 'All ticks were cleared.',
  undo: 'Undo',
  why: 'Why',
  demonstrations: 'Shown by',
  keptHere: 'Ticks are kept in this browser only.',
  road: 'The road of adoption',
  showOnRoad: (station) => `Show on the road: ${station}`,
  timer: 'Timer',
  whole: 'Whole discussion',
  start: 'Start',
  resume: 'Resume',
  pause: 'Pause',
  resetTimer: 'Reset',
  timerOf: (action, title) => `${action}: ${title}`,
  over: 'Time is up',
  roundOver: (title) => `Time is up: ${title}`,
  timerHint: 'Starting a section pauses the others. Timers keep running while you show a scenario.',
  starters: 'To start with',
  scenarios: 'Scenarios',
};

const KO: SessionMessages = {
  contents: '목차',
  agenda: '진행 순서',
  minutes: (count) => `${count}분`,
  facts: (scenarios, items) => `시나리오 ${scenarios}개 · 체크리스트 ${items}개 항목`,
  startDeck: '슬라이드 시작',
  slides: '슬라이드',
  toChecklists: '체크리스트',
  toDiscussion: '토론 타이머',
  notes: '발표자 노트',
  handout: (text) => `교안 표기: ${text}`,
  checklists: '운영 고려사항 체크리스트',
  doneOf: (done, total) => `${total}개 중 ${done}개 완료`,
  progress: '진행률',
  markdown: 'Markdown',
  json: 'JSON',
  print: '인쇄',
  reset: '모두 해제',
  resetDone: '체크를 모두 해제했습니다.',
  undo: '되돌리기',
  why: '이유',
  demonstrations: '시나리오',
  keptHere: '체크 상태는 이 브라우저에만 저장됩니다.',
  road: '도입의 길',
  showOnRoad: (station) => `길에서 보기: ${station}`,
  timer: '타이머',
  whole: '토론 전체',
  start: '시작',
  resume: '계속',
  pause: '일시정지',
  resetTimer: '초기화',
  timerOf: (action, title) => `${title}: ${action}`,
  over: '시간이 끝났습니다',
  roundOver: (title) => `‘${title}’ 시간이 끝났습니다.`,
  timerHint: '한 구간을 시작하면 다른 구간은 멈춥니다. 시나리오를 보는 동안에도 시간은 계속 흐릅니다.',
  starters: '대화의 실마리',
  scenarios: '시나리오',
};

/** The session page's words for a language; English where there are none. */
export function sessionMessagesIn(language: string): SessionMessages {
  return language.toLowerCase().split('-', 1)[0] === 'ko' ? KO : EN;
}
