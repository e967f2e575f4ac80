/** Why a text is kept for staff: nothing read it, or the member said that its answer was not what they meant. */
export const notUnderstood = ['unknown', 'not_meant'] as const;

export type NotUnderstood = (typeof notUnderstood)[number];
