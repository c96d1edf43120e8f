import type { Message } from '../compile/trace.ts';
import type { Lang } from '../shared/text.ts';

/** What a transcript says by itself. */
export interface TranscriptWords {
  readonly sources: string;
  readonly level: (level: number) => string;
  readonly within: (node: string) => string;
  readonly kinds: Readonly<Record<'reply' | 'event', string>>;
  readonly outcomes: Readonly<Record<Exclude<Message['outcome']['kind'], 'ok'>, string>>;
  readonly connection: (number: number, member: string, requests: number) => string;
  readonly noMember: string;
}

const EN: TranscriptWords = {
  sources: 'Sources',
  level: (level) => `Level: ${['concept', 'real connections', 'in depth'][level - 1] ?? level}`,
  within: (node) => `in ${node}`,
  kinds: { reply: 'answer', event: 'event' },
  outcomes: { dropped: 'dropped', timeout: 'timed out', refused: 'refused', error: 'failed' },
  connection: (number, member, requests) => `Connection ${number} → ${member}${requests > 1 ? ` (${requests} requests)` : ''}`,
  noMember: 'nobody was ready',
};

const KO: TranscriptWords = {
  sources: '출처',
  level: (level) => `상세도: ${['개념', '실제 연결', '심화'][level - 1] ?? level}`,
  within: (node) => `${node} 내부`,
  kinds: { reply: '응답', event: '이벤트' },
  outcomes: { dropped: '버림(드롭)', timeout: '시간 초과', refused: '거부', error: '실패' },
  connection: (number, member, requests) => `연결 ${number} → ${member}${requests > 1 ? ` (요청 ${requests}개)` : ''}`,
  noMember: '준비된 대상 없음',
};

/** The words in a language; English where there are none in it. */
export function transcriptWords(lang: Lang): TranscriptWords {
  return lang.split('-', 1)[0] === 'ko' ? KO : EN;
}
