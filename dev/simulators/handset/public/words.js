// @ts-check
/** Messages for a member to try, in their language. */

/** @typedef {{ usual: string[], no: string, more: string }} WordsToTry */

/**
 * What the last answer invites to say, and what one usually asks.
 * @param {WordsToTry} words @param {string} said
 * @returns {{ invited: string[], usual: string[] }}
 */
export function offers(words, said) {
  const invited = [...said.matchAll(/OK \d{4}/g)].map(([found]) => found).slice(0, 1);
  if (invited.length > 0) invited.push(words.no);
  if (said.includes(words.more)) invited.push(words.more);
  if (/(?:^|\s)1[:.)] /.test(said)) invited.push('1', '2');
  return { invited, usual: words.usual };
}
