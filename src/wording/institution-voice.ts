import type { AnswerTopic } from '../kernel/vocabulary/answer-topic.ts';
import type { Language } from '../kernel/vocabulary/language.ts';

/** What replies take from an institution. */
export interface InstitutionVoice {
  /** Such as `Vantage Credit Union`. */
  readonly name: string;
  /** The program's name, such as `Tweet My Money`. */
  readonly service: string;
  /** The online bank's name and address, such as `MyVantage` and `myvantage.example`. */
  readonly portalName: string;
  readonly portalAddress: string;
  /** Shown to members, such as `800-522-6009`. */
  readonly phone: string;
  readonly hours: Readonly<Record<Language, string>>;
  /** The institution's own answers, by topic and language. `checkAnswers` reports problems with them. */
  readonly answers?: Readonly<
    Partial<Record<AnswerTopic, Readonly<Partial<Record<Language, string>>>>>
  >;
  /**
   * The credit union's own texts that replace ours, by text key (`declined`, `balance.holds`, `refused.read_only`) and language,
   * with `{…}` places as in the reference. `checkTexts` reports problems with them.
   */
  readonly texts?: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;
}
