/** The app's own words; what the player also says (views, levels, themes) is in its own messages. */
export interface AppMessages {
  readonly skipToPlayer: string;
  readonly gallery: string;
  readonly session: string;
  readonly unknownSession: (id: string) => string;
  readonly brokenSession: string;
  readonly searchScenarios: string;
  readonly noneFound: (text: string) => string;
  readonly found: (count: number) => string;
  readonly otherScenarios: string;
  readonly moreScenarios: string;
  readonly galleryIntro: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly linkWithFileCopied: string;
  readonly copyByHand: string;
  readonly linkTooLarge: string;
  readonly linkBroken: string;
  readonly linkWithoutFile: string;
  readonly unknownScenario: (path: string) => string;
  readonly export: string;
  readonly presenter: string;
  readonly openFile: string;
  readonly openOwn: string;
  readonly openOwnHint: string;
  readonly dropHere: string;
  readonly dropHint: string;
  readonly ownFiles: string;
  readonly opened: (title: string) => string;
  readonly openedWithWarnings: (title: string, count: number) => string;
  readonly showWarnings: string;
  readonly problems: (file: string) => string;
  readonly problemCount: (errors: number, warnings: number) => string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly nowPlaying: string;
  readonly steps: (count: number) => string;
  readonly levels: (count: number) => string;
  readonly stillOf: (title: string) => string;
  readonly cannotRead: string;
  readonly fileTooLarge: (megabytes: number) => string;
  readonly fileNotText: string;
  readonly noScenarioAmong: string;
  readonly alsoOpen: (file: string) => string;
}

const EN: AppMessages = {
  skipToPlayer: 'Skip to the player',
  gallery: 'Gallery',
  session: 'Session',
  unknownSession: (id) => `There is no session “${id}” here.`,
  brokenSession: 'The session cannot be read.',
  searchScenarios: 'Search scenarios',
  noneFound: (text) => `No scenario has “${text}” in it.`,
  found: (count) => `${count} ${count === 1 ? 'scenario' : 'scenarios'}`,
  otherScenarios: 'More examples',
  moreScenarios: 'Scenarios',
  galleryIntro: 'Watch requests move through an architecture, step by step.',
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkWithFileCopied: 'Link copied. The scenario is inside it.',
  copyByHand: 'Copy this link:',
  linkTooLarge: 'This scenario is too large for a link.',
  linkBroken: 'This link is cut off or was changed on its way, so its scenario cannot be read.',
  linkWithoutFile: 'This address belongs to a file that was opened here before. Open the file again.',
  unknownScenario: (path) => `There is no scenario “${path}” here. It may have been renamed.`,
  export: 'Export',
  presenter: 'Presenter window',
  openFile: 'Open file',
  openOwn: 'Open a scenario of your own',
  openOwnHint: 'Drop a scenario and its architecture anywhere on this page, or pick both files.',
  dropHere: 'Drop to open',
  dropHint: 'A scenario together with its architecture. The files stay on this computer.',
  ownFiles: 'Your files',
  opened: (title) => `“${title}” is open.`,
  openedWithWarnings: (title, count) => `“${title}” is open, with ${count} ${count === 1 ? 'warning' : 'warnings'}.`,
  showWarnings: 'Show',
  problems: (file) => `${file} cannot be played`,
  problemCount: (errors, warnings) =>
    [errors && `${errors} ${errors === 1 ? 'error' : 'errors'}`, warnings && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`]
      .filter(Boolean)
      .join(', '),
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  nowPlaying: 'Open now',
  steps: (count) => `${count} ${count === 1 ? 'step' : 'steps'}`,
  levels: (count) => `${count} ${count === 1 ? 'level' : 'levels'}`,
  stillOf: (title) => `Picture of ${title}`,
  cannotRead: 'This scenario cannot be read.',
  fileTooLarge: (megabytes) => `The file is larger than ${megabytes} MB.`,
  fileNotText: 'The file is not text.',
  noScenarioAmong: 'None of these files is a scenario: a scenario has “steps:”. Open the scenario together with its architecture.',
  alsoOpen: (file) => `“${file}” was not among the opened files. Open it together with the scenario.`,
};

const KO: AppMessages = {
  skipToPlayer: '플레이어로 건너뛰기',
  gallery: '갤러리',
  session: '세션',
  unknownSession: (id) => `‘${id}’ 세션이 없습니다.`,
  brokenSession: '세션을 읽을 수 없습니다.',
  searchScenarios: '시나리오 검색',
  noneFound: (text) => `‘${text}’에 해당하는 시나리오가 없습니다.`,
  found: (count) => `시나리오 ${count}개`,
  otherScenarios: '다른 예제',
  moreScenarios: '시나리오',
  galleryIntro: '요청이 아키텍처를 지나가는 과정을 단계별로 보여 줍니다.',
  copyLink: '링크 복사',
  linkCopied: '링크를 복사했습니다.',
  linkWithFileCopied: '시나리오가 담긴 링크를 복사했습니다.',
  copyByHand: '다음 링크를 복사하십시오.',
  linkTooLarge: '시나리오가 너무 커서 링크에 담을 수 없습니다.',
  linkBroken: '링크가 잘렸거나 도중에 바뀌어 시나리오를 읽을 수 없습니다.',
  linkWithoutFile: '이 주소는 전에 연 파일의 주소입니다. 파일을 다시 열어야 합니다.',
  unknownScenario: (path) => `‘${path}’ 시나리오가 없습니다. 이름이 바뀌었을 수 있습니다.`,
  export: '내보내기',
  presenter: '발표자 창',
  openFile: '파일 열기',
  openOwn: '내 시나리오 열기',
  openOwnHint: '시나리오와 아키텍처 파일을 이 페이지에 끌어다 놓거나 두 파일을 함께 선택합니다.',
  dropHere: '놓아서 열기',
  dropHint: '시나리오와 아키텍처를 함께 놓습니다. 파일은 이 컴퓨터를 떠나지 않습니다.',
  ownFiles: '내 파일',
  opened: (title) => `‘${title}’ 시나리오를 열었습니다.`,
  openedWithWarnings: (title, count) => `‘${title}’ 시나리오를 열었습니다. 경고가 ${count}개 있습니다.`,
  showWarnings: '보기',
  problems: (file) => `${file}: 재생할 수 없습니다`,
  problemCount: (errors, warnings) => [errors && `오류 ${errors}개`, warnings && `경고 ${warnings}개`].filter(Boolean).join(', '),
  severities: { error: '오류', warning: '경고', info: '참고' },
  nowPlaying: '열려 있음',
  steps: (count) => `${count}단계`,
  levels: (count) => `상세도 ${count}개`,
  stillOf: (title) => `${title} 그림`,
  cannotRead: '시나리오를 읽을 수 없습니다.',
  fileTooLarge: (megabytes) => `파일이 ${megabytes}MB보다 큽니다.`,
  fileNotText: '텍스트 파일이 아닙니다.',
  noScenarioAmong: '시나리오 파일이 없습니다. 시나리오에는 ‘steps:’가 있습니다. 시나리오와 아키텍처를 함께 열어야 합니다.',
  alsoOpen: (file) => `‘${file}’ 파일이 함께 열리지 않았습니다. 시나리오와 함께 열어야 합니다.`,
};

/** The languages in which the app itself speaks. */
export const APP_LANGUAGES = ['en', 'ko'] as const;

/** The app's words for a language; English where there are none. */
export function appMessagesIn(language: string): AppMessages {
  return language.toLowerCase().split('-', 1)[0] === 'ko' ? KO : EN;
}
