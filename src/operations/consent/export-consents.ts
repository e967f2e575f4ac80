import { z } from 'zod';
import { recordInAuditLog } from '../audit-log.ts';
import { noteRead } from '../../staff/reads.ts';
import { operation } from '../operation.ts';
import { momentShown } from '../staff/moment-shown.ts';
import { isRefused, refuse } from '../refusals.ts';
import { addressField, consentFacts, type ConsentFacts } from './read-consents.ts';

/**
 * Writes the consents of one address as a file for an examiner: JSON with the proofs, which stand
 * on their own, or a table. The reason is recorded.
 */
export const exportConsents = operation({
  id: 'exportConsents',
  summary: 'Exports the consents of one address with their proofs',
  access: 'staff',
  permission: 'search_messages',
  forAsker: true,
  input: z.strictObject({ text: addressField, format: z.enum(['json', 'csv']).default('json') }),
  output: z.object({ name: z.string(), type: z.string(), content: z.string() }),
  refusals: ['consent_address_unknown'],
  // A phone number, or whatever else names somebody, is resolved before anything is stored.
  storable: async (request, { text, format }) => {
    const facts = await consentFacts(request, text);
    if (isRefused(facts)) return facts;
    const id = facts.member?.id ?? facts.conversationIds[0];
    return id === undefined
      ? refuse('consent_address_unknown', { field: 'text' })
      : { text: id, format };
  },
  difference: async (request, { text, format }) => {
    const facts = await consentFacts(request, text);
    if (isRefused(facts)) return facts;
    const { member, addresses, consents } = facts;
    const last = consents[0]?.consent.at;
    return {
      subject: member?.number ?? 'stranger',
      lines: [
        {
          what: 'addresses',
          after: addresses
            .map(({ channel, name }) => [channel, name ?? ''].join(' ').trim())
            .join(', '),
        },
        { what: 'consents', after: String(consents.length) },
        ...(last ? [{ what: 'last consent', after: momentShown(request, last) }] : []),
        { what: 'format', after: format },
      ],
    };
  },
  run: async (request, { text, format }) => {
    const facts = await consentFacts(request, text);
    if (isRefused(facts)) return facts;
    const { institution, principal, world, why } = request;
    const subject = facts.member?.number ?? 'stranger';
    await request.db.transaction(async (tx) => {
      await recordInAuditLog(tx, request, {
        what: 'consents_exported',
        subject,
        detail: { format, count: facts.consents.length },
      });
      await noteRead(tx, world, {
        institutionId: institution.id,
        by: {
          name: principal.name,
          identity: principal.kind === 'staff' ? principal.identity : undefined,
        },
        memberId: facts.member?.id ?? null,
        what: 'consent_export',
        why,
      });
    });
    const day = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    const name = `consents-${subject}-${day.toString()}.${format}`;
    return format === 'json'
      ? { name, type: 'application/json', content: asJson(facts) }
      : { name, type: 'text/csv; charset=utf-8', content: asCsv(facts) };
  },
});

function asJson({ member, addresses, consents }: ConsentFacts): string {
  const rows = consents.map(({ consent, address, message }) => ({
    at: consent.at.toString(),
    kind: consent.kind,
    version: consent.version,
    channel: consent.channel,
    address,
    how: consent.how,
    message: message
      ? {
          key: message.key,
          text: message.text,
          receivedAt: message.receivedAt.toString(),
          batch: message.batch?.toString() ?? null,
          record: message.record,
          proof: message.proof,
        }
      : null,
  }));
  const whose = member ? { number: member.number, name: member.name } : null;
  return `${JSON.stringify({ member: whose, addresses, consents: rows }, null, 2)}\n`;
}

function asCsv({ member, consents }: ConsentFacts): string {
  const head = [
    'at',
    'kind',
    'version',
    'channel',
    'address',
    'how',
    'message',
    'received_at',
    'batch',
    'record',
    'member',
  ];
  const rows = consents.map(({ consent, address, message }) => [
    consent.at.toString(),
    consent.kind,
    consent.version,
    consent.channel ?? '',
    address ?? '',
    consent.how,
    message?.text ?? '',
    message?.receivedAt.toString() ?? '',
    message?.batch?.toString() ?? '',
    message?.record ?? '',
    member?.number ?? '',
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Quotes a cell. A text that a spreadsheet would run as a formula gets an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
