/** A storage in memory, as browsers have it. */
export function memoryStorage(kept: Record<string, string> = {}): Storage & { readonly kept: Record<string, string> } {
  return {
    kept,
    get length() {
      return Object.keys(kept).length;
    },
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => void (kept[key] = value),
    removeItem: (key) => void delete kept[key],
    clear: () => void Object.keys(kept).forEach((key) => delete kept[key]),
    key: (index) => Object.keys(kept)[index] ?? null,
  };
}

/** A storage as private windows have it. */
export function refused(): Storage {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}
