/** How a person of the staff proved who they are when they signed in to the console. */
export const staffProofs = ['passkey', 'single_sign_on', 'demonstration'] as const;

export type StaffProof = (typeof staffProofs)[number];
