import type { RefusalTexts } from './refusal-texts.ts';

export const messagesRefusals = {} as const satisfies Record<string, RefusalTexts>;
