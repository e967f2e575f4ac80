import { Hono, type Context } from 'hono';
import { problem } from './problem.ts';
import type { TwilioPhone, TwilioState } from './state.ts';

/**
 * Lookup v2: facts of carriers about a number. For an unknown phone, they say only that it is a
 * mobile.
 */
export function createLookupApi(api: {
  readonly state: TwilioState;
  readonly isAuthorised: (context: Context) => boolean;
}): Hono {
  const app = new Hono();
  app.get('/v2/PhoneNumbers/:number', (context) => {
    if (!api.isAuthorised(context)) return problem(context, 'unauthorised');
    const number = context.req.param('number');
    if (!/^\+[1-9]\d{6,14}$/.test(number)) return problem(context, 'notFound');
    const phone = api.state.phones.get(number) ?? { number, lineType: 'mobile' };
    const fields = (context.req.query('Fields') ?? '').split(',');
    const verified = context.req.query('LastVerifiedDate');
    const asked = (name: string, value: object) => (fields.includes(name) ? value : null);
    return context.json({
      phone_number: number,
      calling_country_code: number.startsWith('+1') ? '1' : null,
      country_code: number.startsWith('+1') ? 'US' : null,
      national_format: number,
      valid: true,
      validation_errors: null,
      caller_name: null,
      line_type_intelligence: asked('line_type_intelligence', {
        type: phone.lineType,
        carrier_name: 'Simulated Wireless',
        mobile_country_code: '310',
        mobile_network_code: '410',
        error_code: null,
      }),
      sim_swap: asked('sim_swap', simSwap(phone)),
      reassigned_number:
        verified === undefined ? null : asked('reassigned_number', reassigned(phone, verified)),
      url: `https://lookups.twilio.com/v2/PhoneNumbers/${encodeURIComponent(number)}`,
    });
  });
  return app;
}

function simSwap({ simChangedAt }: TwilioPhone): object {
  return {
    last_sim_swap: simChangedAt
      ? {
          last_sim_swap_date: simChangedAt.toString(),
          swapped_period: null,
          swapped_in_period: null,
        }
      : null,
    carrier_name: 'Simulated Wireless',
    mobile_country_code: '310',
    mobile_network_code: '410',
    error_code: simChangedAt ? null : 60608,
  };
}

function reassigned({ reassigned: given = null }: TwilioPhone, verified: string): object {
  return {
    last_verified_date: verified,
    is_number_reassigned: given === null ? 'no data' : given ? 'yes' : 'no',
    error_code: null,
  };
}
