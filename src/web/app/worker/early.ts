/** Answers on their way, by the window that will ask for them and by path. */
const early = new Map<string, Map<string, Promise<Response | undefined>>>();

/** No window asks later than this, so an answer that is left belongs to nobody. */
const patienceMilliseconds = 10_000;

/**
 * Asks the server what a new window asks first, while its document and script load. On a slow network
 * the answers come half a second sooner. They stay in memory until that window takes them.
 * @param given `isOut`: whether nobody is signed in, so that the window asks for nothing of a member
 */
export function begin(
  windowId: string,
  given: { readonly questions: readonly string[]; readonly isOut: Promise<boolean> },
): void {
  // An old browser does not say which window will ask.
  if (windowId === '') return;
  const answers = given.questions.map((path) => [path, answerTo(path, given.isOut)] as const);
  early.set(windowId, new Map(answers));
  setTimeout(() => early.delete(windowId), patienceMilliseconds);
}

/** Without an answer, the window's own request goes to the network. */
async function answerTo(path: string, isOut: Promise<boolean>): Promise<Response | undefined> {
  if (await isOut) return undefined;
  const headers = { accept: 'application/json' };
  return fetch(path, { headers, cache: 'no-store' }).catch(() => undefined);
}

/** Lets go of all answers that no window has taken: the page is about to change something, perhaps who is signed in. */
export function forget(): void {
  early.clear();
}

/** Gives the answer that is on its way to this window. Each is given once. */
export function begun(windowId: string, path: string): Promise<Response | undefined> | undefined {
  const answers = early.get(windowId);
  const answer = answers?.get(path);
  answers?.delete(path);
  return answer;
}
