import { z } from 'zod';
import { isIssuer } from '../kernel/issuer.ts';
import { isOrigin } from '../kernel/origin.ts';

/** The other online bank from which members come, and where it may show the Messages section. */
export const signOnSetting = z
  .object({
    name: z.string().trim().min(1).max(60),
    issuer: z
      .string()
      .max(200)
      .refine(isIssuer, 'is an https address such as "https://login.example/tenant"'),
    clientId: z.string().min(1).max(200),
    claim: z.string().min(1).max(200).default('member_number'),
    acr: z
      .array(z.string().regex(/^\S{1,200}$/, 'has no spaces'))
      .max(10)
      .default([]),
    embedIn: z
      .array(
        z
          .string()
          .max(200)
          .refine(isOrigin, 'is an https address without a path, such as "https://online.example"'),
      )
      .max(10)
      .default([]),
  })
  .optional();
