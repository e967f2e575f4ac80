import type { StaffOperation } from '../operation.ts';
import { makeDraftLive } from './make-draft-live.ts';
import { listRehearsedTexts, listSettingsDrafts, readSettingsDraft } from './read-drafts.ts';
import { rehearseSettingsDraft } from './rehearse-draft.ts';
import {
  draftAnswer,
  draftEarlierSettings,
  draftSettings,
  draftWord,
  draftWordAway,
  dropSettingsDraft,
  renewSettingsDraft,
  undraftSetting,
} from './write-draft.ts';

/** Drafts of settings: made, tried on last month's texts, and made live by two persons. */
export const settingsOperations: readonly StaffOperation[] = [
  listSettingsDrafts,
  readSettingsDraft,
  listRehearsedTexts,
  draftSettings,
  draftWord,
  draftWordAway,
  draftAnswer,
  draftEarlierSettings,
  undraftSetting,
  renewSettingsDraft,
  dropSettingsDraft,
  rehearseSettingsDraft,
  makeDraftLive,
];
