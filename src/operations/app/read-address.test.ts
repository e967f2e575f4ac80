import { beforeAll, expect, it } from 'vitest';
import { languages } from '../../kernel/vocabulary/language.ts';
import { packs } from '../../languages/index.ts';
import { memberRequest } from '../../../test/support/member-request.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { perform } from '../perform.ts';
import { readAppAddress } from './read-address.ts';

onSampledEngines('the terms of the conversation', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
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
});
