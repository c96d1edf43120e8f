/** A small architecture and a scenario in it, as a viewer would have them in a folder. */
export const ARCHITECTURE = `hopline: 1
id: bakery
title:
  en: Bakery
  ko: 빵집
components:
  counter:
    title: Counter
    at: [64, 64]
  oven:
    title: Oven
    at: [464, 64]
edges:
  - counter -> oven
`;

export const SCENARIO = `hopline: 1
id: morning-bread
architecture: ./architecture.yaml
languages: [en, ko]
title:
  en: Morning bread
  ko: 아침 빵
summary:
  en: One loaf is ordered and baked.
  ko: 빵 하나를 주문하고 굽습니다.
steps:
  - id: order
    title:
      en: Order
      ko: 주문
    say:
      en: The counter orders a loaf from the oven.
      ko: 카운터가 오븐에 빵을 주문합니다.
    cite: https://example.com/bread
    do:
      - call: counter -> oven
        label:
          en: one loaf
          ko: 빵 하나
        returns:
          en: warm loaf
          ko: 따뜻한 빵
`;
