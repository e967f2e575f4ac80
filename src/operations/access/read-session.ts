import { languages } from '../../kernel/vocabulary/language.ts';
import { z } from 'zod';
import { operation } from '../operation.ts';
import { sessionOutput, sessionSchema } from './session-schema.ts';

/** Tells which member is signed in. */
export const readSession = operation({
  id: 'readSession',
  method: 'GET',
  path: '/session',
  tag: 'Access',
  summary: 'Returns who is signed in, and until when',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    member: z.object({
      number: z.string(),
      name: z.string(),
      language: z.enum(languages).optional(),
    }),
    session: sessionSchema,
  }),
  refusals: [],
  run: async ({ member, session }) => ({
    member: {
      number: member.number,
      name: member.name,
      ...(member.language ? { language: member.language } : {}),
    },
    session: sessionOutput(session, session.id),
  }),
});
