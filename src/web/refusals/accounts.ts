import type { RefusalTexts } from './refusal-texts.ts';

export const accountsRefusals = {} as const satisfies Record<string, RefusalTexts>;
