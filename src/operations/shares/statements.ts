import { packs } from '../../languages/index.ts';
import { z } from 'zod';
import { Bug, present } from '../../kernel/assert.ts';
import { statementCsv } from '../../shares/statements/csv.ts';
import { statementOfx } from '../../shares/statements/ofx.ts';
import { statementPdf } from '../../shares/statements/pdf.ts';
import { statementMonths } from '../../shares/statements/statement.ts';
import { zip, type ZipFile } from '../../shares/statements/zip.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import { balancesOf, ownShare, suffixField, todayOf } from './shares.ts';
import { statementDocument } from './statement-document.ts';
import { monthField, statementSchema } from './statement-schema.ts';
import { statementOf, statementOutput, type FoundStatement } from './statement-of.ts';

export const listStatementMonths = operation({
  id: 'listStatementMonths',
  method: 'GET',
  path: '/shares/{suffix}/statements',
  tag: 'Accounts',
  summary: 'Lists the months that have a statement, newest first',
  access: 'member',
  input: z.strictObject({ suffix: suffixField }),
  output: z.object({ months: z.array(monthField) }),
  refusals: ['not_found'],
  run: async (request, { suffix }) => {
    const months = await monthsOf(request, suffix);
    return months ? { months: months.map((month) => month.toString()) } : refuse('not_found');
  },
});

/** Lists the months of an account that have a statement, newest first. */
async function monthsOf(
  request: MemberContext,
  suffix: string,
): Promise<Temporal.PlainYearMonth[] | undefined> {
  const share = await ownShare(request.db, request, suffix);
  if (!share) return undefined;
  const balances = await balancesOf(request.db, request, [share]);
  const { openedOn } = present(balances.get(share.accountId), 'it was asked for');
  return statementMonths({ openedOn, today: todayOf(request) });
}

export const readStatement = operation({
  id: 'readStatement',
  method: 'GET',
  path: '/shares/{suffix}/statements/{month}',
  tag: 'Accounts',
  summary: 'Returns an account’s statement of one month',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, month: monthField }),
  output: statementSchema,
  refusals: ['not_found', 'statement_too_long'],
  run: async (request, { suffix, month }) => {
    const found = await statementOf(request, { suffix, month });
    return isRefused(found) ? found : statementOutput(request, found);
  },
});

const fileSchema = z.object({
  name: z.string(),
  type: z.string(),
  content: z.custom<string | Uint8Array<ArrayBuffer>>(
    (value) => typeof value === 'string' || value instanceof Uint8Array,
  ),
});

/** The forms of a statement, and the media type of each. */
const fileTypes = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  ofx: 'application/x-ofx; charset=utf-8',
} as const;

export const statementForms = ['pdf', 'csv', 'ofx'] as const;

type Form = (typeof statementForms)[number];

/** Gives the same statement as a PDF, or for spreadsheets or personal finance programs. */
export const downloadStatement = operation({
  id: 'downloadStatement',
  method: 'GET',
  path: '/shares/{suffix}/statements/{month}/file',
  tag: 'Accounts',
  summary: 'Downloads an account’s statement of one month as PDF, CSV or OFX 2.2',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, month: monthField, as: z.enum(statementForms) }),
  output: fileSchema,
  refusals: ['not_found', 'statement_too_long'],
  fileTypes: ['application/pdf', 'text/csv', 'application/x-ofx'],
  file: (done) => fileSchema.parse(done),
  run: async (request, { suffix, month, as }) => {
    const found = await statementOf(request, { suffix, month });
    if (isRefused(found)) return found;
    const file = await fileOf(request, found, as);
    return isRefused(file) ? file : { ...file, type: fileTypes[as] };
  },
});

/**
 * Gives all statements of one year in one archive, each as PDF, CSV and OFX. A month with too many transactions for a statement is left
 * out, and a text in the archive names it.
 */
export const downloadStatementYear = operation({
  id: 'downloadStatementYear',
  method: 'GET',
  path: '/shares/{suffix}/statement-years/{year}/file',
  tag: 'Accounts',
  summary: 'Downloads an account’s statements of one year as a zip archive',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, year: z.string().regex(/^(?:19|20)\d{2}$/) }),
  output: fileSchema,
  refusals: ['not_found', 'statement_too_long'],
  fileTypes: ['application/zip'],
  file: (done) => fileSchema.parse(done),
  run: async (request, { suffix, year }) => {
    const months = await monthsOf(request, suffix);
    const wanted = months?.filter((month) => String(month.year) === year) ?? [];
    const files: ZipFile[] = [];
    let kind = '';
    const left: string[] = [];
    for (const month of wanted.toReversed()) {
      const found = await statementOf(request, { suffix, month: month.toString() });
      const made = isRefused(found) ? found : await filesOf(request, found);
      if (isRefused(made) && made.refused !== 'statement_too_long') return made;
      if (isRefused(made)) left.push(month.toString());
      else files.push(...made);
      if (!isRefused(found)) kind = found.share.kind;
    }
    // Nothing but months that are too long is no archive.
    if (files.length === 0) return refuse(left.length > 0 ? 'statement_too_long' : 'not_found');
    if (left.length > 0) files.push(leftOut(request, left));
    const { world, institution } = request;
    const now = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDateTime();
    return {
      name: `${kind}-${suffix}-${year}.zip`,
      type: 'application/zip',
      content: zip(files, now),
    };
  },
});

/** Names the months that the archive lacks, and says why. */
function leftOut({ language }: MemberContext, months: readonly string[]): ZipFile {
  const { statement_too_long: why } = packs[language].site.refusals;
  return { name: 'missing.txt', content: `${months.join('\n')}\n\n${why}\n` };
}

/** Writes a statement in all forms. */
async function filesOf(
  request: MemberContext,
  found: FoundStatement,
): Promise<readonly ZipFile[] | Refused> {
  const files: ZipFile[] = [];
  for (const as of statementForms) {
    const file = await fileOf(request, found, as);
    if (isRefused(file)) return file;
    files.push(file);
  }
  return files;
}

/** Writes a statement in one form. */
async function fileOf(
  request: MemberContext,
  found: FoundStatement,
  as: Form,
): Promise<
  { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> } | Refused
> {
  const { share, statement } = found;
  const name = `${share.kind}-${share.suffix}-${statement.month.toString()}.${as}`;
  switch (as) {
    case 'csv':
      return { name, content: statementCsv(statement, { for: 'spreadsheets' }) };
    case 'ofx':
      return { name, content: statementOfx(statement, await ofxContext(request, found)) };
    case 'pdf':
      return pdfOf(request, found, name);
    default:
      throw new Bug(`no statement has the form ${String(as satisfies never)}`);
  }
}

async function pdfOf(request: MemberContext, found: FoundStatement, name: string) {
  const output = await statementOutput(request, found);
  if (isRefused(output)) return output;
  const document = statementDocument(statementSchema.parse(output), request.language);
  return { name, content: await statementPdf(document, request.world.clock.now()) };
}

async function ofxContext(request: MemberContext, { share, statement }: FoundStatement) {
  const isCurrent = statement.to.equals(todayOf(request));
  const balances = isCurrent ? await balancesOf(request.db, request, [share]) : undefined;
  return {
    institutionName: request.institution.name,
    language: packs[request.language].iso639,
    now: request.world.clock.now(),
    available: balances?.get(share.accountId)?.available,
  };
}
