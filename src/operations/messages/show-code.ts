import { z } from 'zod';
import { openCodes } from '../../members/codes.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { loadAddresses } from './rows.ts';

/** Shows the code that ends every message to an address. A suspended address has none. */
export const showCode = operation({
  id: 'showCode',
  method: 'GET',
  path: '/addresses/{id}/code',
  tag: 'Messages',
  summary: 'Returns the code at the end of every message to an address',
  access: 'fresh',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ code: z.string().length(6), version: z.int() }),
  refusals: ['address_suspended'],
  run: async (request, { id }) => {
    const address = (await loadAddresses(request.db, request)).find((one) => one.id === id);
    if (!address) return refuse('not_found');
    const code = (await openCodes(request.db, request.keyring, request.institution.id, [id])).get(
      id,
    );
    return code ?? refuse('address_suspended');
  },
});
