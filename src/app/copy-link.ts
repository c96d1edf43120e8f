import type { Notice } from './app-toast.ts';
import { formatLink, type Link } from './link.ts';
import type { AppMessages } from './messages.ts';
import type { OwnLibrary } from './own-library.ts';

/** Puts a link to what is shown into the clipboard, a scenario of one's own inside it; gives what to tell the viewer. Never rejects. */
export async function copyLink(link: Link, own: OwnLibrary, messages: AppMessages): Promise<Notice> {
  try {
    const whole = await own.selfContained(link);
    const address = new URL(formatLink(whole), location.href).href;
    if (!(await copyText(address))) return { text: messages.copyByHand, copyable: address };
    return { text: whole.document ? messages.linkWithFileCopied : messages.linkCopied };
  } catch {
    return { text: messages.linkTooLarge };
  }
}

/** False where the browser does not let us: no permission, no secure origin, or the page lost the focus. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
