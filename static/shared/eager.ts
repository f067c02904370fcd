/**
 * Asks at once, while the frame still learns its language and theme, and gives that answer to the first who asks; later
 * questions are asked anew.
 */
export function eager<T>(ask: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | null = ask();
  return () => {
    const answer = first ?? ask();
    first = null;
    return answer;
  };
}
