import type { ScenarioSource } from '../../../src/elements/scenario-source.ts';

/** A story of three short steps, `short` and quick to load: the architecture is inside, everything is placed, and one step goes deeper. */
export const STORY = `hopline: 1
id: story
title:
  en: A story
  ko: 이야기
languages: [en, ko]
architecture:
  id: place
  title:
    en: Place
    ko: 장소
  groups:
    left:
      title:
        en: Left
        ko: 왼쪽
      accent: clients
    right:
      title:
        en: Right
        ko: 오른쪽
      accent: worker
  components:
    shop:
      kind: client
      title:
        en: Shop
        ko: 상점
      role:
        en: Sells.
        ko: 판매 담당
      group: left
      at: [40, 80]
    store:
      kind: database
      title:
        en: Store
        ko: 저장소
      subtitle:
        en: keeps everything
        ko: 모두 보관
      role:
        en: Keeps what was sold.
        ko: 판매 기록 보관
      port: 5432/TCP
      docs: https://kubernetes.io/docs/concepts/storage/
      group: right
      at: [640, 80]
    log:
      kind: file
      title:
        en: Log
        ko: 로그
      group: right
      at: [640, 280]
  edges:
    - link: shop -> store
      protocol: HTTPS
    - shop -> log
choices:
  way:
    title:
      en: Way
      ko: 방법
    default: slow
    options:
      slow:
        title:
          en: Slow
          ko: 느리게
      fast:
        title:
          en: Fast
          ko: 빠르게
steps:
  - id: ask
    title:
      en: Ask
      ko: 요청
    say:
      en: The Shop asks the Store.
      ko: 상점이 저장소에 요청합니다.
    cite: https://kubernetes.io/docs/concepts/overview/components/#etcd
    do:
      - send: shop -> store
        as: question
        label: GET /things
        detail:
          protocol: HTTPS
          verb: GET
          path: /things
          payload: |
            <b>not bold</b>
  - id: think
    title:
      en: Think
      ko: 생각
    say:
      en: The Store thinks about it for a while.
      ko: 저장소가 잠시 생각합니다.
    do:
      - work: store
        label:
          en: look it up
          ko: 찾기
      - choose: way
        then:
          slow:
            - wait: 2s
          fast: []
    deeper:
      level: 2
      steps:
        - id: read
          title:
            en: Read
            ko: 읽기
          say:
            en: The Store reads its pages.
            ko: 저장소가 페이지를 읽습니다.
          do:
            - work: store
        - id: sort
          title:
            en: Sort
            ko: 정렬
          say:
            en: The Store sorts what it found.
            ko: 저장소가 결과를 정렬합니다.
          do:
            - work: store
  - id: tell
    title:
      en: Tell
      ko: 응답
    say:
      en: The Store answers, and the Shop writes it down.
      ko: 저장소가 답하고 상점이 기록합니다.
    do:
      - reply: question
        label: 200 OK
      - send: shop -> log
        label:
          en: note it
          ko: 기록
`;

/** Something with a fault in its line 3. */
export const BROKEN = STORY.replace('title:\n  en: A story', 'titel:\n  en: A story');

/** The story as a source of its own. */
export function story(id = 'story', text = STORY): ScenarioSource {
  return { id, text, file: `${id}.yaml` };
}
