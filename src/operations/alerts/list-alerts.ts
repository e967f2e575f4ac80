import { z } from 'zod';
import { operation } from '../operation.ts';
import { alertListSchema, readAlerts } from './alert-list.ts';

/** The member's alerts and quiet hours, and what they may ask to hear of. */
export const listAlerts = operation({
  id: 'listAlerts',
  method: 'GET',
  path: '/alerts',
  tag: 'Messages',
  summary: 'Lists the member’s alerts and quiet hours',
  access: 'member',
  input: z.strictObject({}),
  output: alertListSchema,
  refusals: [],
  run: async (request) => readAlerts(request.db, request),
});
