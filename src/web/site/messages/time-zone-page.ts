import { setTimeZone } from '../../../operations/messages/set-time-zone.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { goTo, sectionPage, type Visit } from './section.ts';

const here = '/messages/time-zone';

/**
 * The page for the time zone of replies. Its script suggests the browser's if the member has chosen
 * none.
 */
export async function timeZonePage(visit: Visit, refused?: Told): Promise<Response> {
  const { request, say } = visit;
  const { institution, member } = request;
  return sectionPage(visit, {
    title: say('time_zone_title'),
    lead: say('time_zone_lead'),
    refused,
    scripts: ['/static/time-zone.js'],
    body: html`<form class="card stack" method="post" action="${here}">
      <label class="stack">
        <span>${say('time_zone_label')}</span>
        <select
          name="zone"
          ${member.zone === undefined ? html`data-suggest data-ours="${institution.zone}"` : nothing}
        >
          ${option('', say('time_zone_ours', { zone: institution.zone }), member.zone === undefined)}
          ${zonesWith(member.zone).map((zone) => option(zone, zone, zone === member.zone))}
        </select>
      </label>
      <p class="hint" id="time-zone-suggested" hidden>${say('time_zone_suggested')}</p>
      <button class="primary">${say('time_zone_button')}</button>
    </form>`,
  });
}

export async function postTimeZone(visit: Visit): Promise<Response> {
  const form = await visit.context.req.parseBody();
  const { done, refused } = await perform(visit.request, setTimeZone, { zone: form['zone'] });
  return done ? goTo(visit, here, 'time_zone') : timeZonePage(visit, refused);
}

/** Lists all zones by name, and the member's own if it has an older name. */
function zonesWith(own: string | undefined): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return own === undefined || all.includes(own) ? all : [own, ...all];
}

function option(value: string, label: string, isChosen: boolean): Html {
  return html`<option value="${value}" ${isChosen ? html`selected` : nothing}>${label}</option>`;
}
