/** The languages in which the service understands and answers. */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];
