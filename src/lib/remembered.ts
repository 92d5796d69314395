/** The same pure function, which looks up what it was asked before. It forgets everything when that grows too much. */
export function remembered<T>(compute: (key: string) => T, most = 5000): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
