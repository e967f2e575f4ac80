/** A draft of settings waits, became a version, or was dropped. */
export const settingsDraftStates = ['open', 'live', 'dropped'] as const;

export type SettingsDraftState = (typeof settingsDraftStates)[number];

/** A rehearsal runs, has seen all texts, or ended since its draft changed. */
export const rehearsalStates = ['running', 'done', 'stopped'] as const;

export type RehearsalState = (typeof rehearsalStates)[number];
