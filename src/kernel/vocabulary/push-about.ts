/** What a push tells a member of: a message in the app, or a transfer that waits for approval. It says no more than that. */
export const pushAbouts = ['message', 'approval'] as const;

export type PushAbout = (typeof pushAbouts)[number];
