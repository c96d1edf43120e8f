import type { ExportChoice } from './choice.ts';
import type { FilmName, FormatName, SizeName } from './formats.ts';
import type { JobState } from './queue.ts';

/** The words of the export. Amounts come as they are to be read. */
export interface ExportMessages {
  readonly title: string;
  readonly go: string;
  readonly format: string;
  readonly formats: Readonly<Record<FormatName, { readonly name: string; readonly what: string }>>;
  readonly picture: string;
  readonly part: string;
  readonly size: string;
  readonly sizes: Readonly<Record<SizeName, string>>;
  readonly rate: string;
  readonly rateOf: (fps: number) => string;
  readonly captionsIn: Readonly<Record<ExportChoice['captions'], string>>;
  readonly range: string;
  readonly ranges: Readonly<Record<ExportChoice['range'], string>>;
  readonly shots: Readonly<Record<ExportChoice['shot'], string>>;
  readonly from: string;
  readonly to: string;
  readonly slides: string;
  readonly slidesWith: Readonly<Record<'clips' | 'pictures', string>>;
  readonly codecs: Readonly<Record<FilmName, string>>;
  readonly instead: (asked: FilmName, made: FilmName) => string;
  readonly noFilm: string;
  readonly noClips: string;
  readonly preview: string;
  readonly plays: (duration: string, frames: number) => string;
  readonly about: (bytes: string, seconds: string | undefined) => string;
  readonly measuring: string;
  readonly measuredLater: string;
  readonly problem: (reason: string) => string;
  readonly jobs: string;
  readonly states: Readonly<Record<JobState, string>>;
  readonly progress: (percent: number, rate: number, left: string | undefined) => string;
  readonly finishing: string;
  readonly made: (bytes: string, seconds: string) => string;
  readonly cancel: (name: string) => string;
  readonly remove: (name: string) => string;
  readonly again: (name: string) => string;
  readonly againShort: string;
  readonly told: Readonly<Record<JobState, (name: string) => string>>;
  readonly toldShare: (name: string, percent: number) => string;
  readonly pill: (percent: number, more: number) => string;
  readonly pillDone: string;
  readonly seconds: (seconds: number) => string;
}

const EN: ExportMessages = {
  title: 'Export',
  go: 'Export',
  format: 'Format',
  formats: {
    mp4: { name: 'MP4', what: 'Film for everywhere' },
    webm: { name: 'WebM', what: 'Film for the web' },
    av1: { name: 'WebM AV1', what: 'Film, small and slow' },
    gif: { name: 'GIF', what: 'Plays by itself' },
    apng: { name: 'APNG', what: 'As GIF, in all colours' },
    png: { name: 'PNG', what: 'One picture' },
    pptx: { name: 'PowerPoint', what: 'A slide for each step' },
    vtt: { name: 'WebVTT', what: 'Captions' },
    srt: { name: 'SRT', what: 'Captions' },
    chapters: { name: 'Chapters', what: 'As WebVTT' },
    markdown: { name: 'Markdown', what: 'Transcript' },
  },
  picture: 'Picture',
  part: 'Content',
  size: 'Size',
  sizes: {
    '540p': '540p · 960 × 540', '720p': '720p · 1280 × 720', '1080p': '1080p · 1920 × 1080', '1440p': '1440p · 2560 × 1440', '4k': '4K · 3840 × 2160',
    square: 'Square · 1080 × 1080', vertical: 'Upright · 1080 × 1920',
  },
  rate: 'Frame rate',
  rateOf: (fps) => `${fps} a second`,
  captionsIn: { burn: 'In the picture', embed: 'As a track of the film', none: 'None' },
  range: 'Range',
  ranges: { all: 'Whole scenario', step: 'This step', steps: 'Some steps' },
  shots: { moment: 'This moment', still: 'This step as a whole' },
  from: 'From',
  to: 'To',
  slides: 'Slides',
  slidesWith: { clips: 'With clips that play', pictures: 'Pictures alone' },
  codecs: { mp4: 'H.264', webm: 'VP9', av1: 'AV1' },
  instead: (asked, made) => `${EN.codecs[asked]} is not available here; ${made === 'mp4' ? 'MP4' : 'WebM'} (${EN.codecs[made]}) instead.`,
  noFilm: 'This browser encodes no film of this size. Choose a smaller one, or GIF.',
  noClips: 'H.264 is not available here; the slides have pictures alone.',
  preview: 'Preview',
  plays: (duration, frames) => `${duration} · ${frames.toLocaleString('en')} frames`,
  about: (bytes, seconds) => `About ${bytes}${seconds ? `, ready in ${seconds}` : ''}`,
  measuring: 'Measuring …',
  measuredLater: 'Measured when the list is done.',
  problem: (reason) => `Nothing can be drawn here: ${reason}`,
  jobs: 'Files',
  states: { waiting: 'Waiting', running: 'Recording …', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  progress: (percent, rate, left) => `${percent}% · ${rate} frames/s${left ? ` · ${left} left` : ''}`,
  finishing: 'Finishing …',
  made: (bytes, seconds) => `${bytes} · made in ${seconds}`,
  cancel: (name) => `Cancel ${name}`,
  remove: (name) => `Remove ${name} from the list`,
  again: (name) => `Save ${name} again`,
  againShort: 'Save again',
  told: {
    waiting: (name) => `${name} is waiting.`,
    running: (name) => `${name} is being recorded.`,
    done: (name) => `${name} is ready.`,
    failed: (name) => `${name} could not be made.`,
    cancelled: (name) => `${name} was cancelled.`,
  },
  toldShare: (name, percent) => `${name}: ${percent}%.`,
  pill: (percent, more) => `Exporting · ${percent}%${more > 0 ? ` · ${more} more` : ''}`,
  pillDone: 'Export is ready',
  seconds: (seconds) => (seconds < 60 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`),
};

const KO: ExportMessages = {
  title: '내보내기',
  go: '내보내기',
  format: '형식',
  formats: {
    mp4: { name: 'MP4', what: '어디서나 재생되는 영상' },
    webm: { name: 'WebM', what: '웹용 영상' },
    av1: { name: 'WebM AV1', what: '작지만 느린 영상' },
    gif: { name: 'GIF', what: '스스로 움직이는 그림' },
    apng: { name: 'APNG', what: '모든 색을 담은 그림' },
    png: { name: 'PNG', what: '그림 한 장' },
    pptx: { name: 'PowerPoint', what: '단계마다 슬라이드 한 장' },
    vtt: { name: 'WebVTT', what: '자막' },
    srt: { name: 'SRT', what: '자막' },
    chapters: { name: '챕터', what: 'WebVTT 파일' },
    markdown: { name: 'Markdown', what: '대본' },
  },
  picture: '그림',
  part: '내용',
  size: '크기',
  sizes: {
    '540p': '540p · 960 × 540', '720p': '720p · 1280 × 720', '1080p': '1080p · 1920 × 1080', '1440p': '1440p · 2560 × 1440', '4k': '4K · 3840 × 2160',
    square: '정사각형 · 1080 × 1080', vertical: '세로 · 1080 × 1920',
  },
  rate: '프레임 수',
  rateOf: (fps) => `초당 ${fps}프레임`,
  captionsIn: { burn: '그림 안에 표시', embed: '영상의 자막 트랙', none: '없음' },
  range: '범위',
  ranges: { all: '전체 시나리오', step: '현재 단계', steps: '일부 단계' },
  shots: { moment: '현재 순간', still: '현재 단계 전체' },
  from: '처음 단계',
  to: '끝 단계',
  slides: '슬라이드',
  slidesWith: { clips: '재생되는 영상 포함', pictures: '그림만' },
  codecs: { mp4: 'H.264', webm: 'VP9', av1: 'AV1' },
  instead: (asked, made) => `이 브라우저에서는 ${KO.codecs[asked]}를 사용할 수 없어 ${made === 'mp4' ? 'MP4' : 'WebM'}(${KO.codecs[made]})로 만듭니다.`,
  noFilm: '이 브라우저에서는 이 크기의 영상을 만들 수 없습니다. 더 작은 크기나 GIF를 선택해야 합니다.',
  noClips: '이 브라우저에서는 H.264를 사용할 수 없어 슬라이드에 그림만 넣습니다.',
  preview: '미리 보기',
  plays: (duration, frames) => `${duration} · ${frames.toLocaleString('ko')}프레임`,
  about: (bytes, seconds) => `약 ${bytes}${seconds ? `, 만드는 데 약 ${seconds}` : ''}`,
  measuring: '측정 중 …',
  measuredLater: '목록을 다 만든 뒤에 측정합니다.',
  problem: (reason) => `그림을 그릴 수 없습니다: ${reason}`,
  jobs: '파일',
  states: { waiting: '대기 중', running: '녹화 중 …', done: '완료', failed: '실패', cancelled: '취소됨' },
  progress: (percent, rate, left) => `${percent}% · 초당 ${rate}프레임${left ? ` · ${left} 남음` : ''}`,
  finishing: '마무리하는 중 …',
  made: (bytes, seconds) => `${bytes} · ${seconds} 걸림`,
  cancel: (name) => `${name} 취소`,
  remove: (name) => `${name} 목록에서 제거`,
  again: (name) => `${name} 다시 저장`,
  againShort: '다시 저장',
  told: {
    waiting: (name) => `${name} 파일이 대기 중입니다.`,
    running: (name) => `${name} 파일을 녹화합니다.`,
    done: (name) => `${name} 파일이 준비되었습니다.`,
    failed: (name) => `${name} 파일을 만들지 못했습니다.`,
    cancelled: (name) => `${name} 파일을 취소했습니다.`,
  },
  toldShare: (name, percent) => `${name}: ${percent}%.`,
  pill: (percent, more) => `내보내는 중 · ${percent}%${more > 0 ? ` · 대기 ${more}개` : ''}`,
  pillDone: '내보내기 완료',
  seconds: (seconds) => (seconds < 60 ? `${Math.max(1, Math.round(seconds))}초` : `${Math.round(seconds / 60)}분`),
};

/** The words in a language; English where there are none in it. */
export function exportMessagesIn(language: string): ExportMessages {
  return language.toLowerCase().split('-', 1)[0] === 'ko' ? KO : EN;
}
