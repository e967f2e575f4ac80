import { packs } from '../../../languages/index.ts';
import { readMemberFile } from '../../../operations/people/read-member-file.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { day } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment, momentText } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { addressCards } from './address-cards.ts';
import { memberActs, preferenceActs } from './file-acts.ts';
import { fileHead, memberPath } from './file-head.ts';
import type { MemberFile } from './member-file.ts';
import { amount, plain, postedWords, sayMembers, shareName } from './say.ts';

/** The file of a member: what they have, by which addresses they write, what is open. */
export async function filePage(context: ConsoleContext): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const { done, refused } = await look(context, readMemberFile, { number });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayMembers(request);
  return page(context, {
    title: done.name,
    section: 'members',
    body: html`${fileHead(request, { ...done, tab: 'file', locked: done.lockedAt !== null })}
      ${done.booksAway ? notice('mind', say('books_away')) : nothing}
      <div class="with-side">
        <div class="flow">
          ${shares(request, done)} ${addressCards(request, done)} ${entries(request, done)}
          ${holds(request, done)}
        </div>
        <div class="side">
          ${about(request, done)} ${memberActs(request, done)} ${work(request, done)}
          ${preferenceActs(request, done)}
        </div>
      </div>`,
  });
}

function shares(request: SignedInRequest, file: MemberFile): Html {
  const say = sayMembers(request);
  const { language } = request;
  return card({
    title: say('shares'),
    body: table({
      caption: say('shares'),
      columns: [
        { head: say('share') },
        { head: say('balance'), isFigure: true },
        { head: say('held'), isFigure: true },
        { head: say('available'), isFigure: true },
        { head: '' },
      ],
      rows: file.shares.map((share) => ({
        href: `${memberPath(file.number)}/shares/${encodeURIComponent(share.suffix)}`,
        cells: [
          shareName(request, share),
          amount(language, share.ledger, share),
          amount(language, share.held, share),
          amount(language, share.available, share),
          html`<span class="chips"
            >${share.isDefault ? chip(say('default_share'), 'accent') : nothing}
            ${share.role === 'joint' ? chip(say('role_joint')) : nothing}
            ${share.closed ? chip(say('closed'), 'mind') : nothing}</span
          >`,
        ],
      })),
      empty: html`<p class="pad soft">${say('no_shares')}</p>`,
    }),
  });
}

function entries(request: SignedInRequest, file: MemberFile): Html {
  const say = sayMembers(request);
  const { language } = request;
  return card({
    title: say('recent'),
    body: table({
      caption: say('recent'),
      columns: [
        { head: say('text') },
        { head: say('day') },
        { head: say('share') },
        { head: say('amount'), isFigure: true },
      ],
      rows: file.entries.map((entry) => ({
        href: `${memberPath(file.number)}/shares/${encodeURIComponent(entry.suffix)}/${entry.number}`,
        cells: [
          postedWords(request, entry.description),
          day(Temporal.PlainDate.from(entry.on), language),
          entry.suffix,
          amount(language, entry.amount, { currency: entry.currency, signed: true }),
        ],
      })),
      empty: html`<p class="pad soft">${say('no_entries')}</p>`,
    }),
  });
}

function holds(request: SignedInRequest, file: MemberFile): Html {
  const say = sayMembers(request);
  return card({
    title: say('holds'),
    body: table({
      caption: say('holds'),
      columns: [
        { head: say('text') },
        { head: say('share') },
        { head: say('until') },
        { head: say('amount'), isFigure: true },
      ],
      rows: file.holds.map((hold) => ({
        href: `${memberPath(file.number)}/shares/${encodeURIComponent(hold.suffix)}#holds`,
        cells: [
          postedWords(request, hold.description),
          hold.suffix,
          hold.expiresAt === null ? say('until_released') : moment(request, hold.expiresAt),
          amount(request.language, hold.amount, hold),
        ],
      })),
      empty: html`<p class="pad soft">${say('no_holds')}</p>`,
    }),
  });
}

function about(request: SignedInRequest, file: MemberFile): Html {
  const say = sayMembers(request);
  const when = (at: string) => momentText(request, Temporal.Instant.from(at));
  return card({
    title: say('about'),
    body: facts([
      [
        say('service'),
        file.lockedAt === null
          ? chip(say('service_on'), 'good')
          : chip(say('service_locked', { when: when(file.lockedAt) }), 'bad'),
      ],
      [say('language'), file.language ? packs[file.language].name : say('language_none')],
      [say('zone'), file.zone ?? say('zone_ours')],
      [
        say('disclosed'),
        file.disclosedAt === null
          ? chip(say('disclosed_none'), 'mind')
          : moment(request, file.disclosedAt),
      ],
      [
        say('limits'),
        say('limits_line', {
          perTransfer: plain(request, file.limits.perTransfer, file.limits.currency),
          perDay: plain(request, file.limits.perDay, file.limits.currency),
        }),
      ],
    ]),
  });
}

/** Tasks and disputes, without the member's words. They are links for those who may open them. */
function work(request: SignedInRequest, file: MemberFile): Html {
  const say = sayMembers(request);
  const mayOpen = rightOf(request.principal.roles, 'read_messages') !== undefined;
  const rows = [
    ...file.cases.map((one) => ({ ...one, path: 'disputes', what: say('dispute'), urgent: false })),
    ...file.tasks.map((one) => ({ ...one, path: 'tasks', what: taskName(request, one.kind) })),
  ];
  return card({
    title: say('work'),
    body:
      rows.length === 0
        ? html`<p class="soft">${say('no_work')}</p>`
        : html`<ul class="plain-list">
            ${rows.map(
              (row) =>
                html`<li>
                  ${
                    mayOpen
                      ? html`<a href="/${row.path}/${row.reference}">${row.reference}</a>`
                      : row.reference
                  }
                  ${row.what}
                  ${row.open ? chip(say('open'), row.urgent ? 'bad' : 'accent') : chip(say('done'))}
                  ${
                    row.open && row.dueOn !== null
                      ? html`<span class="soft"
                          >${say('due')}
                          ${day(Temporal.PlainDate.from(row.dueOn), request.language)}</span
                        >`
                      : nothing
                  }
                </li>`,
            )}
          </ul>`,
  });
}

function taskName(request: SignedInRequest, kind: string): string {
  const texts: Readonly<Record<string, string>> = packs[request.language].console.members;
  return texts[`task_${kind}`] ?? kind;
}
