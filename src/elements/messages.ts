import type { Lang } from '../shared/text.ts';
import type { FetchProblem } from './scenario-reader.ts';

/** Every word of the player's own interface in one language. */
export interface Messages {
  readonly lang: 'en' | 'ko';
  readonly player: string;
  readonly picture: string;
  readonly pictureOf: (title: string, step: string) => string;
  readonly loading: string;
  readonly controls: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  readonly timeline: string;
  readonly stepOf: (number: number, count: number) => string;
  readonly timeOf: (time: string, duration: string) => string;
  readonly speed: string;
  readonly loop: string;
  readonly view: string;
  readonly views: Readonly<Record<'map' | 'sequence' | 'split', string>>;
  readonly level: string;
  readonly levelName: (level: number) => string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'dark' | 'light' | 'contrast', string>>;
  readonly captions: string;
  readonly steps: string;
  readonly components: string;
  readonly inspector: string;
  readonly fullscreen: string;
  readonly exitFullscreen: string;
  readonly presenter: string;
  readonly exitPresenter: string;
  readonly help: string;
  readonly more: string;
  readonly close: string;
  readonly scenario: string;
  readonly source: string;
  readonly opensInNewTab: string;
  readonly actors: string;
  readonly messages: string;
  readonly currentStep: string;
  readonly andMore: (count: number) => string;
  readonly fields: Readonly<
    Record<'role' | 'layer' | 'group' | 'port' | 'docs' | 'edges' | 'parts' | 'members' | 'status' | 'protocol' | 'verb' | 'path' | 'payload' | 'note' | 'citation' | 'from' | 'to' | 'outcome' | 'time', string>
  >;
  readonly statuses: Readonly<Record<'ready' | 'not-ready' | 'pending' | 'running' | 'terminating' | 'failed', string>>;
  readonly kinds: Readonly<Record<'request' | 'reply' | 'event' | 'work' | 'packet', string>>;
  readonly outcomes: Readonly<Record<'dropped' | 'timeout' | 'refused' | 'error', string>>;
  readonly hop: (from: string, to: string) => string;
  readonly sendTo: (from: string, to: string) => string;
  readonly workIn: (node: string) => string;
  readonly undeclared: string;
  readonly inspectorHint: string;
  readonly errorTitle: string;
  readonly reloadErrorTitle: string;
  readonly lastGood: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
  readonly moreErrors: (count: number) => string;
  readonly fetchProblem: (problem: FetchProblem) => { readonly message: string; readonly hint: string };
  readonly keys: readonly (readonly [keys: string, what: string])[];
  readonly keysNote: string;
}

const EN: Messages = {
  lang: 'en',
  player: 'Architecture player',
  picture: 'Animated picture',
  pictureOf: (title, step) => `${title}: ${step}`,
  loading: 'Loading …',
  controls: 'Controls',
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  first: 'First step',
  previous: 'Previous step',
  next: 'Next step',
  last: 'Last step',
  timeline: 'Timeline',
  stepOf: (number, count) => `step ${number} of ${count}`,
  timeOf: (time, duration) => `${time} of ${duration}`,
  speed: 'Speed',
  loop: 'Loop',
  view: 'View',
  views: { map: 'Map', sequence: 'Sequence', split: 'Side by side' },
  level: 'Level of detail',
  levelName: (level) => ['Concept', 'Real connections', 'In depth'][level - 1] ?? `Level ${level}`,
  language: 'Language',
  theme: 'Theme',
  themes: { auto: 'System', dark: 'Dark', light: 'Light', contrast: 'High contrast' },
  captions: 'Captions',
  steps: 'Steps',
  components: 'Components',
  inspector: 'Inspector',
  fullscreen: 'Full screen',
  exitFullscreen: 'Exit full screen',
  presenter: 'Presenter mode',
  exitPresenter: 'Exit presenter mode',
  help: 'Keys and help',
  more: 'More',
  close: 'Close',
  scenario: 'Scenario',
  source: 'Source',
  opensInNewTab: 'opens in a new tab',
  actors: 'Who takes part',
  messages: 'Messages',
  currentStep: 'current step',
  andMore: (count) => `and ${count} more`,
  fields: {
    role: 'Role', layer: 'Layer', group: 'Group', port: 'Port', docs: 'Documentation', edges: 'Connections', parts: 'Parts', members: 'Members', status: 'Status',
    protocol: 'Protocol', verb: 'Verb', path: 'Path', payload: 'Payload', note: 'Note', citation: 'Source', from: 'From', to: 'To', outcome: 'Outcome', time: 'Time',
  },
  statuses: { ready: 'Ready', 'not-ready': 'Not ready', pending: 'Pending', running: 'Running', terminating: 'Terminating', failed: 'Failed' },
  kinds: { request: 'Request', reply: 'Response', event: 'Event', work: 'Work', packet: 'Packet' },
  outcomes: { dropped: 'dropped', timeout: 'timed out', refused: 'refused', error: 'failed' },
  hop: (from, to) => `${from} → ${to}`,
  sendTo: (from, to) => `from ${from} to ${to}`,
  workIn: (node) => `in ${node}`,
  undeclared: 'not a declared connection',
  inspectorHint: 'Choose a component or a message to see its details.',
  errorTitle: 'This scenario cannot be shown',
  reloadErrorTitle: 'The new version cannot be shown',
  lastGood: 'Below is the last version that worked.',
  found: 'Found',
  expected: 'Expected',
  hint: 'How to mend it',
  moreErrors: (count) => `and ${count} more`,
  fetchProblem: (problem) => fetchProblemEn(problem),
  keys: [
    ['Space, K', 'Play or pause'],
    ['[  ]', 'Step back, step on (also Shift with ← →)'],
    ['←  →', '5 seconds back, on'],
    ['J  L', '10 seconds back, on'],
    [',  .', 'One frame back, on (while paused)'],
    ['Home  End', 'First step, last step'],
    ['0 – 9', 'To 0 % … 90 %'],
    ['<  >', 'Slower, faster'],
    ['V', 'Next view'],
    ['D', 'Next level of detail'],
    ['+  −  R', 'Zoom in, zoom out, whole picture'],
    ['C', 'Captions'],
    ['S', 'Steps'],
    ['I', 'Inspector'],
    ['P', 'Presenter mode: Page Down plays one step, Page Up goes back'],
    ['F', 'Full screen'],
    ['?', 'This help'],
    ['Esc', 'Close what is open'],
  ],
  keysNote: 'Keys work while the player has the focus.',
};

function fetchProblemEn(problem: FetchProblem): { message: string; hint: string } {
  const where = problem.address;
  switch (problem.kind) {
    case 'missing':
      return { message: `The server has no file ${where} (${problem.status}).`, hint: 'Check the address for a wrong folder, letter case or file ending.' };
    case 'refused':
      return { message: `The server does not give out ${where} (${problem.status}).`, hint: 'Check the access rights of the file and whether one has to sign in.' };
    case 'server':
      return { message: `The server failed on ${where} (${problem.status}).`, hint: 'Try again later, or look at the log of the server.' };
    case 'origin':
      return { message: `${where} lies on another origin, which does not let this page read it.`, hint: 'Put the file beside the page, or let its server send Access-Control-Allow-Origin.' };
    case 'architecture-origin':
      return { message: `${where} lies on another origin than the scenario.`, hint: 'Put the architecture beside the scenario and name it by a relative path.' };
    case 'local':
      return { message: `The page was opened as a file, and then browsers do not let it read ${where}.`, hint: 'Serve the folder (npx hopline dev FILE), or write the scenario inside the player.' };
    case 'html':
      return { message: `Instead of a scenario the server sent a web page for ${where}.`, hint: 'Check the address: many servers answer a wrong one with their start page.' };
    case 'too-big':
      return { message: `${where} is larger than ${problem.limit} bytes.`, hint: 'Split the scenario into several.' };
    case 'timeout':
      return { message: `No answer for ${where} within ${problem.seconds} seconds.`, hint: 'Check the connection and the server, then load again.' };
    case 'network':
      return { message: `${where} could not be fetched.`, hint: 'Check the connection, that the server runs, and that the page’s content security policy allows it (connect-src).' };
    case 'binary':
      return { message: `${where} is no text in UTF-8.`, hint: 'Save the file as UTF-8 text.' };
    case 'unknown-scenario':
      return { message: `No scenario “${where}” was given to the player.`, hint: problem.known.length > 0 ? `There are: ${problem.known.join(', ')}.` : 'Give it in the property scenarios.' };
  }
}

const KO: Messages = {
  lang: 'ko',
  player: '아키텍처 플레이어',
  picture: '움직이는 그림',
  pictureOf: (title, step) => `${title}: ${step}`,
  loading: '불러오는 중 …',
  controls: '재생 조작',
  play: '재생',
  pause: '일시정지',
  replay: '다시 보기',
  first: '처음',
  previous: '이전 단계',
  next: '다음 단계',
  last: '마지막',
  timeline: '타임라인',
  stepOf: (number, count) => `${count}단계 중 ${number}단계`,
  timeOf: (time, duration) => `${time} / ${duration}`,
  speed: '재생 속도',
  loop: '반복',
  view: '보기',
  views: { map: '구성도', sequence: '시퀀스', split: '나란히 보기' },
  level: '상세도',
  levelName: (level) => ['개념', '실제 연결', '심화'][level - 1] ?? `${level}수준`,
  language: '언어',
  theme: '테마',
  themes: { auto: '시스템 설정', dark: '어둡게', light: '밝게', contrast: '고대비' },
  captions: '자막',
  steps: '단계',
  components: '컴포넌트',
  inspector: '상세 정보',
  fullscreen: '전체 화면',
  exitFullscreen: '전체 화면 끝내기',
  presenter: '발표자 모드',
  exitPresenter: '발표자 모드 끝내기',
  help: '단축키와 도움말',
  more: '더 보기',
  close: '닫기',
  scenario: '시나리오',
  source: '출처',
  opensInNewTab: '새 탭에서 열림',
  actors: '참여하는 컴포넌트',
  messages: '메시지',
  currentStep: '현재 단계',
  andMore: (count) => `외 ${count}개`,
  fields: {
    role: '역할', layer: '계층', group: '그룹', port: '포트', docs: '문서', edges: '연결', parts: '내부 구성', members: '멤버', status: '상태',
    protocol: '프로토콜', verb: '동작', path: '경로', payload: '페이로드', note: '참고', citation: '출처', from: '보내는 쪽', to: '받는 쪽', outcome: '결과', time: '시각',
  },
  statuses: { ready: '준비 상태', 'not-ready': '준비되지 않음', pending: '대기', running: '실행 중', terminating: '종료 중', failed: '실패' },
  kinds: { request: '요청', reply: '응답', event: '이벤트', work: '작업', packet: '패킷' },
  outcomes: { dropped: '버림(드롭)', timeout: '시간 초과', refused: '거부', error: '실패' },
  hop: (from, to) => `${from} → ${to}`,
  sendTo: (from, to) => `${from}에서 ${to} 쪽으로`,
  workIn: (node) => `${node} 내부`,
  undeclared: '선언되지 않은 연결',
  inspectorHint: '컴포넌트나 메시지를 선택하면 상세 정보가 보입니다.',
  errorTitle: '시나리오를 표시할 수 없습니다',
  reloadErrorTitle: '새 버전을 표시할 수 없습니다',
  lastGood: '아래는 정상이던 마지막 버전입니다.',
  found: '찾은 값',
  expected: '올바른 값',
  hint: '고치는 방법',
  moreErrors: (count) => `외 ${count}건`,
  fetchProblem: (problem) => fetchProblemKo(problem),
  keys: [
    ['Space, K', '재생 또는 일시정지'],
    ['[  ]', '이전 단계, 다음 단계 (Shift + ← →)'],
    ['←  →', '5초 뒤로, 앞으로'],
    ['J  L', '10초 뒤로, 앞으로'],
    [',  .', '한 프레임 뒤로, 앞으로 (일시정지 중)'],
    ['Home  End', '처음, 마지막'],
    ['0 – 9', '0%~90% 위치로 이동'],
    ['<  >', '느리게, 빠르게'],
    ['V', '다음 보기'],
    ['D', '다음 상세도'],
    ['+  −  R', '확대, 축소, 화면에 맞춤'],
    ['C', '자막'],
    ['S', '단계'],
    ['I', '상세 정보'],
    ['P', '발표자 모드: Page Down은 한 단계 재생, Page Up은 이전 단계'],
    ['F', '전체 화면'],
    ['?', '도움말'],
    ['Esc', '열린 창 닫기'],
  ],
  keysNote: '플레이어에 초점이 있을 때만 단축키가 작동합니다.',
};

function fetchProblemKo(problem: FetchProblem): { message: string; hint: string } {
  const where = problem.address;
  switch (problem.kind) {
    case 'missing':
      return { message: `서버에 ${where} 파일이 없습니다(${problem.status}).`, hint: '주소의 폴더, 대소문자, 확장자를 확인하십시오.' };
    case 'refused':
      return { message: `서버가 ${where} 파일을 내주지 않습니다(${problem.status}).`, hint: '파일의 접근 권한과 로그인 여부를 확인하십시오.' };
    case 'server':
      return { message: `서버가 ${where} 요청을 처리하지 못했습니다(${problem.status}).`, hint: '나중에 다시 시도하거나 서버 로그를 확인하십시오.' };
    case 'origin':
      return { message: `${where} 파일은 다른 출처에 있으며 이 페이지가 읽도록 허용되지 않았습니다.`, hint: '파일을 페이지와 같은 곳에 두거나 서버에서 Access-Control-Allow-Origin을 보내십시오.' };
    case 'architecture-origin':
      return { message: `${where} 파일은 시나리오와 다른 출처에 있습니다.`, hint: '아키텍처 파일을 시나리오 옆에 두고 상대 경로로 적으십시오.' };
    case 'local':
      return { message: `페이지를 파일로 열어서 브라우저가 ${where} 읽기를 허용하지 않습니다.`, hint: '폴더를 서버로 제공하거나(npx hopline dev FILE) 시나리오를 플레이어 안에 적으십시오.' };
    case 'html':
      return { message: `서버가 ${where} 대신 웹 페이지를 보냈습니다.`, hint: '주소를 확인하십시오. 많은 서버가 잘못된 주소에 첫 페이지로 답합니다.' };
    case 'too-big':
      return { message: `${where} 파일이 ${problem.limit}바이트보다 큽니다.`, hint: '시나리오를 여러 개로 나누십시오.' };
    case 'timeout':
      return { message: `${problem.seconds}초 안에 ${where} 응답이 오지 않았습니다.`, hint: '연결과 서버를 확인한 뒤 다시 불러오십시오.' };
    case 'network':
      return { message: `${where} 파일을 가져올 수 없습니다.`, hint: '연결과 서버를 확인하고, 페이지의 콘텐츠 보안 정책(connect-src)이 허용하는지 확인하십시오.' };
    case 'binary':
      return { message: `${where} 파일은 UTF-8 텍스트가 아닙니다.`, hint: '파일을 UTF-8 텍스트로 저장하십시오.' };
    case 'unknown-scenario':
      return { message: `플레이어에 “${where}” 시나리오가 없습니다.`, hint: problem.known.length > 0 ? `사용할 수 있는 시나리오: ${problem.known.join(', ')}` : 'scenarios 속성에 시나리오를 넣으십시오.' };
  }
}

/** The interface's words for a language; English where there is no translation. */
export function messagesIn(lang: Lang): Messages {
  return lang.toLowerCase().split('-', 1)[0] === 'ko' ? KO : EN;
}

/** A language's name in itself, such as `한국어`; the tag where the browser knows none. */
export function languageName(lang: Lang): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
