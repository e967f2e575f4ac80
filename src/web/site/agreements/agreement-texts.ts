import { byName } from '../../../kernel/by-name.ts';
import { disclosures } from '../../../kernel/vocabulary/disclosure.ts';
import { ruleOn } from '../../../members/business-days-setting.ts';
import type { RequestContext } from '../../../operations/request-context.ts';
import { businessDaysSentence } from './business-days.ts';
import { sayIn } from './say.ts';

/** Words each disclosure for an institution's members, and the sentence by which they agree to it. */
export function agreementTexts({
  institution,
  language,
  world,
}: Pick<RequestContext, 'institution' | 'language' | 'world'>) {
  const say = sayIn(language);
  const { settings, zone } = institution;
  const today = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const places = {
    phone: settings.phone,
    portal: settings.portalName,
    service: settings.service,
    business_days: businessDaysSentence(ruleOn(settings, today), language),
  };
  return byName(disclosures, (kind) => ({
    title: say(`agree_${kind}_title`),
    text: say(`agree_${kind}_text`, places),
    tick: say(`agree_${kind}`),
  }));
}
