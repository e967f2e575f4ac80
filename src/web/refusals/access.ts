import type { RefusalTexts } from './refusal-texts.ts';

export const accessRefusals = {} as const satisfies Record<string, RefusalTexts>;
