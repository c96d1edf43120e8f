/** Makes something once for each object, and again where that failed. */
export function remembered<K extends object, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const made = new WeakMap<K, Promise<V>>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const now = make(key);
    made.set(key, now);
    now.catch(() => made.delete(key));
    return now;
  };
}
