interface Policies {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
}

/** The page's rules let it start no script by its address alone; workers that are made of code which is loaded already may be started so. */
export function allowOwnWorkers(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', { createScriptURL: (url) => (url.startsWith(`blob:${location.origin}/`) ? url : null) });
}
