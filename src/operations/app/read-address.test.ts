import { beforeAll, expect, it } from 'vitest';
import { languages } from '../../kernel/vocabulary/language.ts';
import { packs } from '../../languages/index.ts';
import { memberRequest } from '../../../test/support/member-request.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { perform } from '../perform.ts';
import { hostedTermsVersion } from '../../enrollment/open-hosted.ts';
import { channel } from './channel.ts';
import { openAppAddress } from './open-address.ts';
import { readAppAddress } from './read-address.ts';

onSampledEngines('the terms of the conversation', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: languages.length });
  });

  it.each(languages)(
    'are in the language of the page, whatever that of the messages is: %s',
    async (language) => {
      const request = await memberRequest({ ...service, db: db() }, 0);
      const member = { ...request.member, language: 'en' } as const;
      const asked = { ...request, member, language };
      const { done } = await perform(asked, readAppAddress, {});
      const [beginning = ''] = packs[language].site.agreements.app_terms.split('.');
      expect(done?.terms).toContain(
        beginning.replace('{service}', request.institution.settings.service),
      );
    },
  );

  it.each(languages)('are recorded as agreed to in that language: %s', async (language) => {
    const request = await memberRequest({ ...service, db: db() }, languages.indexOf(language));
    const member = { ...request.member, language: 'en' } as const;
    const ports = { ...request.ports, channels: [channel] };
    const asked = { ...request, member, language, ports };
    const { done } = await perform(asked, openAppAddress, {});
    const consents = await db().query<{ version: string }>(
      'select version from consents where institution_id = $1 and address_id = $2',
      [request.institution.id, done?.addressId],
    );
    expect(consents).toEqual([{ version: `${hostedTermsVersion} ${language}` }]);
  });
});
