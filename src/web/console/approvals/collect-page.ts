import { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { exportConsents } from '../../../operations/consent/export-consents.ts';
import { collectApproved } from '../../../operations/staff-operations.ts';
import { inviteMember } from '../../../operations/staff/invite-member.ts';
import { act, answer, signedIn } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { actName } from '../ui/act-name.ts';
import { secretOnce } from '../ui/secret-once.ts';

const collected = z.object({ operation: z.string(), done: z.unknown() });

/** Carries out what the person asked for, and gives them its answer: a code shown once, or a file. */
export async function collectPage(context: ConsoleContext): Promise<Response> {
  const reference = context.req.param('reference') ?? '';
  const performed = await act(context, collectApproved, { reference });
  const say = sayOf(packs[signedIn(context).language].console.approvals);
  const back = `/approvals/${reference}`;
  const answered = collected.safeParse(performed.done);
  if (!answered.success) return answer(context, performed, { to: back, said: '' });
  const { operation, done } = answered.data;
  if (operation === inviteMember.id) {
    const { code, until } = inviteMember.output.parse(done);
    return secretOnce(context, {
      title: actName(signedIn(context), operation),
      text: say('code_text'),
      secrets: [{ label: say('code'), value: code }],
      until,
      back,
      section: 'approvals',
    });
  }
  if (operation === exportConsents.id) {
    const { name, type, content } = exportConsents.output.parse(done);
    return context.body(content, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    });
  }
  return answer(context, performed, { to: back, said: say('collected') });
}
