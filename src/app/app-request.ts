import type { Notice } from './app-toast.ts';
import type { PickedFile } from './own-files.ts';
import type { ThemeChoice } from './preferences.ts';

/** What a part of the app asks for; the app decides. */
export type AppRequest =
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'theme'; readonly theme: ThemeChoice }
  | { readonly type: 'go'; readonly fragment: string }
  | { readonly type: 'tell'; readonly notice: Notice }
  | { readonly type: 'open'; readonly files: readonly PickedFile[] }
  | { readonly type: 'pick' | 'copy-link' | 'export' | 'presenter' };

const APP_REQUEST = 'hopline-app-request';

/** Carries a request from a part of the app up to the app. */
export class AppRequestEvent extends Event {
  constructor(readonly request: AppRequest) {
    super(APP_REQUEST, { bubbles: true, composed: true });
  }
}

/** Asks the app around an element for something. */
export function ask(source: EventTarget, request: AppRequest): void {
  source.dispatchEvent(new AppRequestEvent(request));
}
