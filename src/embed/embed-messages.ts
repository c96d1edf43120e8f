/** What is wrong and how to mend it, in the reader's language. */
export interface Problem {
  readonly message: string;
  readonly hint: string;
}

/** The words of the embed page itself; everything else is the player's. */
export interface EmbedMessages {
  readonly refused: (address: string) => Problem;
  readonly tooLarge: Problem;
  readonly broken: Problem;
  readonly nothing: Problem;
  readonly missing: (name: string) => string;
}

const EN: EmbedMessages = {
  refused: (address) => ({
    message: `${address} lies on another origin, and this page only reads scenarios of its own.`,
    hint: 'Put the file beside this page, send it inside the address (hopline embed FILE), or let the host name its origin in the page: meta "hopline-sources", and connect-src of its policy.',
  }),
  tooLarge: { message: 'The scenario in this address is larger than an address may carry.', hint: 'Put the file beside this page and name it with #src=…, or send it by a message.' },
  broken: { message: 'The scenario in this address is cut off or was changed on its way.', hint: 'Copy the whole address again, or make it anew with hopline embed FILE.' },
  nothing: { message: 'No scenario has come yet.', hint: 'The address of this page names one with #src=… or carries one in #doc=…, or the page around sends one.' },
  missing: (name) => `It did not come with the scenario: send ${name} too, or write the architecture inside the scenario.`,
};

const KO: EmbedMessages = {
  refused: (address) => ({
    message: `${address} 파일은 다른 출처에 있어 이 페이지에서 읽을 수 없습니다.`,
    hint: '파일을 이 페이지 옆에 두거나 주소에 담아 보내십시오(hopline embed FILE). 또는 호스트가 페이지의 meta "hopline-sources"와 정책의 connect-src에 그 출처를 적어야 합니다.',
  }),
  tooLarge: { message: '주소에 담긴 시나리오가 허용된 크기보다 큽니다.', hint: '파일을 이 페이지 옆에 두고 #src=…로 지정하거나 메시지로 보내십시오.' },
  broken: { message: '주소에 담긴 시나리오가 잘렸거나 도중에 바뀌었습니다.', hint: '주소 전체를 다시 복사하거나 hopline embed FILE로 새로 만드십시오.' },
  nothing: { message: '아직 시나리오가 없습니다.', hint: '이 페이지의 주소에 #src=… 또는 #doc=…로 시나리오를 지정하거나 이 페이지를 담은 페이지에서 보내십시오.' },
  missing: (name) => `시나리오와 함께 오지 않았습니다. ${name} 파일도 보내거나 시나리오 안에 아키텍처를 적으십시오.`,
};

/** The words for a language; English where there are none. */
export function embedMessages(language: string): EmbedMessages {
  return /^ko\b/i.test(language) ? KO : EN;
}
