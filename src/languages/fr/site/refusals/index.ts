import type { SiteRefusalTexts } from '../../../site-texts.ts';
import { access } from './access.ts';
import { approvals } from './approvals.ts';
import { common } from './common.ts';
import { messages } from './messages.ts';
import { shares } from './shares.ts';

export const refusals: SiteRefusalTexts = {
  ...common,
  ...access,
  ...shares,
  ...messages,
  ...approvals,
};
