/** More answers than these are forgotten all at once, so that hostile texts can't fill the memory. */
const usualMax = 20_000;

/**
 * Remembers a function's answers by its text: for questions about single words, which texts repeat all the time. The function must
 * be pure, and its answers must not be changed.
 */
export function remembered<Answer>(
  answer: (text: string) => Answer,
  most = usualMax,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
