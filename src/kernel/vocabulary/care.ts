/**
 * Texts that are no command but need an answer of their own: a secret, something lost or stolen,
 * danger to a life, greetings and thanks.
 */
export const cares = ['secrets', 'emergency', 'crisis', 'hello', 'thanks'] as const;

export type Care = (typeof cares)[number];
