import { findingsOf, type Finding } from '../../kernel/finding.ts';
import type { Institution } from '../../members/institution.ts';

/** Numbers that no carrier gives to anybody. */
const fictional = /^\+1\d{3}55501\d{2}$/;

/** Finds institutions whose number no member can text, such as the one that `tmm setup` gives. */
export function fictionalNumbers(institutions: readonly Institution[]): Finding[] {
  return institutions.flatMap(({ slug, demonstration, settings: { sms } }) => {
    if (demonstration || !sms || !fictional.test(sms.number)) return [];
    return [
      findingsOf('institutions').warning({
        what: `The number of ${slug}, ${sms.number}, is reserved for fiction.`,
        why: 'No member can text it.',
        act: `Set your own: tmm institution set --institution ${slug} 'sms={"number":"+1…"}' --who … --why …`,
      }),
    ];
  });
}
