/** Puts work off until its result is asked for the first time: importing a table costs nothing. */
export function lazy<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined;
  return () => (value ??= { made: make() }).made;
}
