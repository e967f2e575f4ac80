import type { Queries } from '../../database/database.ts';
import { descriptors, hostedChannelsInSql } from '../../channels/descriptors.ts';
import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import { defaultLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import type { Institution } from '../../members/institution.ts';
import { optedOutAt } from '../../messages/opted-out-at.ts';
import type { NoticeChoice } from './notice.ts';

/** The members of a choice, reachable or not. `$1` to `$6` are those of `parametersOf`. */
const membersOf = `from members m
  where m.institution_id = $1
    and ($4::text[] is null or (case when m.language = any($3::text[]) then m.language else ($3::text[])[1] end) = any($4))
    and ($5::text[] is null or exists (select from share_owners w
      join shares s on s.institution_id = $1 and s.id = w.share_id
      where w.institution_id = $1 and w.member_id = m.id and w.may_see and s.kind = any($5)))
    and ($6::text[] is null or m.number = any($6))`;

/**
 * Each member once, at the address that is reached best: proven, on a channel of the choice, without
 * STOP. A channel that we host comes last for a member without a device, as for alerts.
 */
const candidates = `select distinct on (m.id) m.id as member_id, a.id as address_id, a.channel,
    case when m.language = any($3::text[]) then m.language else ($3::text[])[1] end as language
  from (select m.id, m.language ${membersOf} and m.locked_at is null and m.disclosed_at is not null) m
  join addresses a on a.institution_id = $1 and a.member_id = m.id and a.state = 'proven' and a.channel = any($2::text[])
  left join conversations c on c.institution_id = $1 and c.id = a.conversation_id
  where not exists (select from member_opt_outs s where s.institution_id = $1 and s.member_id = m.id)
    and (a.conversation_id is null or (${optedOutAt('c')}) is null)
  order by m.id, (a.channel in (${hostedChannelsInSql}) and not exists (
      select from push_devices d where d.institution_id = $1 and d.member_id = m.id)),
    array_position($2::text[], a.channel), a.proven_at, a.id`;

/** The languages in which an institution's notices are written, the one of those who chose none first. */
export function noticeLanguages({ settings }: Pick<Institution, 'settings'>): readonly Language[] {
  return settings.languages.length > 0 ? settings.languages : [defaultLanguage];
}

function parametersOf(institution: Institution, choice: NoticeChoice) {
  const { channels, languages, kinds, numbers } = choice;
  const some = (list: readonly string[]) => (list.length === 0 ? null : list);
  const byRank = channels.toSorted((a, b) => descriptors[a].alertRank - descriptors[b].alertRank);
  return [
    institution.id,
    byRank,
    noticeLanguages(institution),
    some(languages),
    some(kinds),
    some(numbers),
  ];
}

export interface Counted {
  readonly parts: readonly {
    readonly channel: ChannelName;
    readonly language: Language;
    readonly recipients: number;
  }[];
  readonly unreached: number;
  readonly unknown: readonly string[];
}

/** Counts whom a choice reaches now, by channel and language. */
export async function countChosen(
  q: Queries,
  institution: Institution,
  choice: NoticeChoice,
): Promise<Counted> {
  const parameters = parametersOf(institution, choice);
  const parts = await q.query<Counted['parts'][number]>(
    `select channel, language, count(*)::int as recipients from (${candidates}) c
      group by channel, language order by channel, language`,
    parameters,
  );
  const [all] = await q.query<{ count: number }>(
    `select count(*)::int as count, $2::text[] is null as unused ${membersOf}`,
    parameters,
  );
  const unknown = await q.query<{ number: string }>(
    `select n.number from unnest($2::text[]) with ordinality as n (number, place)
      where not exists (select from members m where m.institution_id = $1 and m.number = n.number)
      order by n.place`,
    [institution.id, choice.numbers],
  );
  const reached = parts.reduce((sum, { recipients }) => sum + recipients, 0);
  return {
    parts,
    unreached: (all?.count ?? 0) - reached,
    unknown: unknown.map(({ number }) => number),
  };
}

/**
 * Fixes the recipients of a notice: who is reached now gets it, and nobody later.
 * @returns how many
 */
export async function fixRecipients(
  tx: Queries,
  institution: Institution,
  notice: {
    readonly id: string;
    readonly choice: NoticeChoice;
    readonly at: Temporal.Instant;
  },
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `with fixed as (
      insert into notice_recipients (institution_id, notice_id, member_id, address_id, channel, language, due_at)
        select $1::int, $7::uuid, c.member_id, c.address_id, c.channel, c.language, $8::timestamptz from (${candidates}) c
        returning 1
      ) select count(*)::int as count from fixed`,
    [...parametersOf(institution, notice.choice), notice.id, notice.at],
  );
  return row?.count ?? 0;
}
