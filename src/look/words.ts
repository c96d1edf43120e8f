import { textIn, type Lang, type LocalizedText } from '../shared/text.ts';

/** The few words that the picture itself says. */
export const PICTURE_WORDS = {
  'not-there': { en: 'not there yet', ko: '아직 없음' },
  'already-open': { en: 'already open', ko: '미리 열림' },
  'example-time': { en: 'example time', ko: '예시 시간' },
  dropped: { en: 'dropped', ko: '버려짐' },
  timeout: { en: 'timed out', ko: '시간 초과' },
  refused: { en: 'refused', ko: '거부됨' },
  total: { en: 'total', ko: '누적' },
  active: { en: 'active', ko: '진행' },
  ready: { en: 'ready', ko: '준비됨' },
  'not-ready': { en: 'not ready', ko: '준비되지 않음' },
  pending: { en: 'pending', ko: '대기 중' },
  running: { en: 'running', ko: '실행 중' },
  terminating: { en: 'terminating', ko: '종료 중' },
  failed: { en: 'failed', ko: '실패' },
} as const satisfies Record<string, LocalizedText>;

/** What a component is at a moment, by the names of the documents. */
export type StatusName = 'ready' | 'not-ready' | 'pending' | 'running' | 'terminating' | 'failed';

/** A word of the picture in a language; English where it is not known. */
export function word(name: keyof typeof PICTURE_WORDS, lang: Lang): string {
  return textIn(PICTURE_WORDS[name], lang, ['en']);
}
