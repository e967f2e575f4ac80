/**
 * What is no command but wants an answer of its own: a secret typed in, something lost or stolen, danger to a life,
 * greetings and thanks.
 */
export const cares = ['secrets', 'emergency', 'crisis', 'hello', 'thanks'] as const;

export type Care = (typeof cares)[number];
