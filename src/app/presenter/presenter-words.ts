/** The words of the presenter's window, and those about it. */
export interface PresenterWords {
  readonly title: string;
  readonly now: string;
  readonly next: string;
  readonly audience: string;
  readonly last: string;
  readonly lastHint: string;
  readonly elapsed: string;
  readonly clock: string;
  readonly pauseTimer: string;
  readonly goOnTimer: string;
  readonly resetTimer: string;
  readonly note: string;
  readonly waiting: string;
  readonly audienceAway: string;
  readonly audienceGone: string;
  readonly audienceGoneHint: string;
  readonly openAudience: string;
  readonly nextHint: string;
  readonly nothingOpen: string;
  readonly blocked: string;
  readonly closed: string;
  readonly openAgain: string;
}

const EN: PresenterWords = {
  title: 'Presenter',
  now: 'Now',
  next: 'Next',
  audience: 'Audience',
  last: 'This is the last step.',
  lastHint: 'After it, the story is over.',
  elapsed: 'Elapsed',
  clock: 'Time',
  pauseTimer: 'Pause the timer',
  goOnTimer: 'Let the timer go on',
  resetTimer: 'Set the timer to zero',
  note: 'Note',
  waiting: 'Looking for the audience’s window …',
  audienceAway: 'The audience’s window shows another page.',
  audienceGone: 'The audience’s window is closed.',
  audienceGoneHint: 'You can go on here; it comes to where you are when it opens.',
  openAudience: 'Open it',
  nextHint: 'Page Down or →',
  nothingOpen: 'This scenario cannot be opened here. Open the presenter’s window from the scenario itself.',
  blocked: 'The browser did not let a window open. Allow pop-ups for this page, or open this address in a window of its own:',
  closed: 'The presenter’s window was closed.',
  openAgain: 'Open again',
};

const KO: PresenterWords = {
  title: '발표자 창',
  now: '지금',
  next: '다음',
  audience: '청중 화면',
  last: '마지막 단계입니다.',
  lastHint: '이 단계가 끝나면 이야기가 끝납니다.',
  elapsed: '경과 시간',
  clock: '현재 시각',
  pauseTimer: '타이머 일시정지',
  goOnTimer: '타이머 계속',
  resetTimer: '타이머를 0으로',
  note: '메모',
  waiting: '청중 창을 찾고 있습니다 …',
  audienceAway: '청중 창에는 다른 페이지가 열려 있습니다.',
  audienceGone: '청중 창이 닫혀 있습니다.',
  audienceGoneHint: '여기서 계속할 수 있습니다. 청중 창은 다시 열리면 이 단계로 옵니다.',
  openAudience: '청중 창 열기',
  nextHint: 'Page Down 또는 →',
  nothingOpen: '여기서는 이 시나리오를 열 수 없습니다. 시나리오 화면에서 발표자 창을 열어야 합니다.',
  blocked: '브라우저가 새 창을 막았습니다. 이 페이지의 팝업을 허용하거나 다음 주소를 다른 창에서 여십시오.',
  closed: '발표자 창이 닫혔습니다.',
  openAgain: '다시 열기',
};

/** The words for a language; English where there are none. */
export function presenterWordsIn(language: string): PresenterWords {
  return language.toLowerCase().split('-', 1)[0] === 'ko' ? KO : EN;
}
