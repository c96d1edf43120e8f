import type { Messages } from './interface-words.ts';
import type { FetchProblem } from './scenario-reader.ts';

/** The interface in Korean, by the glossary of kubernetes.io/ko and plain noun phrases for buttons. */
export const KO: Messages = {
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
  layers: '계층',
  layersHint: '계층 하나를 강조하거나 다른 계층을 숨깁니다. 내 화면에만 적용되고 이야기는 그대로입니다.',
  lightLayer: (title) => `${title} 강조`,
  hideLayer: (title) => `${title} 숨기기`,
  showLayers: '모두 보기',
  light: '강조',
  hide: '숨기기',
  belongs: '이 계층에 속하는 것',
  componentCount: (count) => `컴포넌트 ${count}개`,
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
  lastGood: '뒤에 보이는 것은 정상이던 마지막 버전입니다.',
  found: '찾은 값',
  expected: '올바른 값',
  hint: '고치는 방법',
  moreErrors: (count) => `외 ${count}건`,
  fetchProblem: fetchProblemKo,
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
    ['Y', '계층(아키텍처에 계층이 있을 때)'],
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
